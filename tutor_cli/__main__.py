"""Run the command line as `python -m tutor_cli`."""

from tutor_cli.cli.main import main

if __name__ == "__main__":
    main()
