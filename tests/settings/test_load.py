"""Settings come from the first source that sets them, and each knows which one that was."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor_cli.errors import ConfigError, UsageError
from tutor_cli.settings import Secret, Settings, load
from tutor_cli.settings.fields import SPECS

PROJECTS = """
default_project: home
projects:
  - {name: home, project_id: p_1, url: wss://home-abc.livekit.cloud, api_key: APIhome, api_secret: homesecret}
  - {name: work, project_id: p_2, url: wss://work-xyz.livekit.cloud, api_key: APIwork, api_secret: worksecret}
"""
SERVER = {"LIVEKIT_URL": "ws://lk.test:7880", "LIVEKIT_API_KEY": "APIenv", "LIVEKIT_API_SECRET": "envsecret"}


@pytest.fixture(name="directory")
def _directory(tmp_path: Path) -> Path:
    work = tmp_path / "project" / "lesson"
    work.mkdir(parents=True)
    return work


def _load(directory: Path, environ: Mapping[str, str] | None = None, **flags: object) -> Settings:
    return load(flags, {"HOME": str(directory / "home"), **(environ or {})}, directory)


def _write_projects(directory: Path, text: str = PROJECTS, mode: int = 0o600) -> Path:
    path = directory / "home" / ".livekit" / "cli-config.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(text)
    path.chmod(mode)
    return path


def test_flag_beats_environment(directory: Path) -> None:
    """A flag wins over the environment variable and is named as the origin."""
    settings = _load(directory, {"TUTOR_PIPELINE": "realtime"}, pipeline="cascade")

    assert settings.pipeline.value == "cascade"
    assert settings.pipeline.origin == "flag --pipeline"


def test_shell_beats_env_files(directory: Path) -> None:
    """The shell's value wins over `.env.local`, which wins over `.env`."""
    (directory / ".env.local").write_text("TUTOR_MODE=quiz\nTUTOR_LEVEL=8\n")
    (directory / ".env").write_text("TUTOR_MODE=practise\nTUTOR_LEVEL=9\nTUTOR_VOICE=en-amy\n")

    settings = _load(directory, {"TUTOR_MODE": "explain"})

    assert settings.mode.origin == "environment TUTOR_MODE"
    assert settings.level.value == "8"
    assert settings.level.origin == f"{directory}/.env.local TUTOR_LEVEL"
    assert settings.voice.origin == f"{directory}/.env TUTOR_VOICE"


def test_env_files_are_found_walking_up(directory: Path) -> None:
    """The nearest `.env` above the working directory is read, and no other."""
    (directory.parent / ".env").write_text("TUTOR_SEED=7\n")
    (directory.parent.parent / ".env").write_text("TUTOR_SEED=8\nTUTOR_LEVEL=9\n")

    settings = _load(directory)

    assert settings.seed.value == 7
    assert settings.level.value is None


def test_empty_texts_are_unset(directory: Path) -> None:
    """An empty or blank variable is as good as none: the next source decides."""
    (directory / ".env").write_text("TUTOR_MODE=quiz\n")

    settings = _load(directory, {"TUTOR_MODE": "  ", "LIVEKIT_URL": ""})

    assert settings.mode.value == "quiz"
    assert settings.livekit_url.value is None


def test_default_project_of_livekit(directory: Path) -> None:
    """Without flags and variables the default project of LiveKit's own configuration gives the server."""
    path = _write_projects(directory)

    settings = _load(directory)

    assert settings.livekit_url.value == "wss://home-abc.livekit.cloud"
    assert settings.api_secret.value == Secret("homesecret")
    assert settings.api_key.origin == f"project home of {path}"
    assert settings.warnings == ()


def test_environment_replaces_the_default_project_whole(directory: Path) -> None:
    """Credentials of the environment are never completed with those of a project: they belong to another server."""
    _write_projects(directory)

    settings = _load(directory, {"LIVEKIT_URL": "ws://lk.test:7880"})

    assert settings.livekit_url.value == "ws://lk.test:7880"
    assert settings.api_key.value is None


def test_project_flag_beats_environment(directory: Path) -> None:
    """An explicit --project wins over LIVEKIT_* variables, its token included."""
    _write_projects(directory)

    settings = _load(directory, {**SERVER, "LIVEKIT_TOKEN": "abc"}, project="work")

    assert settings.livekit_url.value == "wss://work-xyz.livekit.cloud"
    assert settings.api_key.value == "APIwork"
    assert settings.token.value is None


def test_livekit_toml_names_the_project(directory: Path) -> None:
    """--config reads `[project] subdomain` of a livekit.toml, as lk does."""
    _write_projects(directory)
    toml = directory / "livekit.toml"
    toml.write_text('[project]\nsubdomain = "work-xyz"\n')

    settings = _load(directory, SERVER, config=str(toml))

    assert settings.api_key.value == "APIwork"


@pytest.mark.parametrize("text", ["", "[project]\n", "project = 3\n", "[project", "[agent]\nsubdomain = 'x'\n"])
def test_livekit_toml_without_a_project(directory: Path, text: str) -> None:
    """A livekit.toml that names no project is a configuration error naming the file."""
    toml = directory / "livekit.toml"
    toml.write_text(text)

    with pytest.raises(ConfigError, match=r"livekit\.toml names no LiveKit project"):
        _load(directory, config=str(toml))


def test_dev_is_the_published_keys(directory: Path) -> None:
    """--dev is `livekit-server --dev` on this machine, whatever the environment says."""
    settings = _load(directory, SERVER, dev=True)

    server = settings.server()
    assert server is not None
    assert (server.url, server.api_key, server.api_secret.reveal()) == ("ws://localhost:7880", "devkey", "secret")


@pytest.mark.parametrize("other", [{"project": "work"}, {"api_key": "k"}, {"api_secret": "s"}, {"config": "x.toml"}])
def test_dev_stands_alone(directory: Path, other: dict[str, Any]) -> None:
    """--dev together with another server or other keys is a usage error."""
    with pytest.raises(UsageError, match="--dev"):
        _load(directory, dev=True, **other)


def test_unknown_project(directory: Path) -> None:
    """A project LiveKit's configuration does not have is a usage error that lists those it has."""
    _write_projects(directory)

    with pytest.raises(UsageError, match="home, work"):
        _load(directory, project="school")


def test_open_configuration_is_warned_about(directory: Path) -> None:
    """Secrets that others can read are worth a sentence."""
    _write_projects(directory, mode=0o644)

    settings = _load(directory)

    assert "chmod 600" in settings.warnings[0]


@pytest.mark.parametrize("text", ["projects: [3]", "[1]", "projects: 5", "{{{", "default_project: nobody", "\x00"])
def test_damaged_livekit_configuration(directory: Path, text: str) -> None:
    """A damaged configuration of LiveKit is told with its path, not raised at a user."""
    _write_projects(directory, text)

    with pytest.raises(ConfigError, match=r"cli-config\.yaml"):
        _load(directory)


def test_nothing_set_means_our_own_server(directory: Path) -> None:
    """With nothing set there is no server to name, and the origin says whose it will be."""
    settings = _load(directory)

    assert settings.server() is None
    assert settings.livekit_url.origin == "default: tutor's own server"
    assert settings.gemini_model.value == "gemini-3.8-live"
    assert settings.agent_name.value == "tutor"


@pytest.mark.parametrize("missing", sorted(SERVER))
def test_half_a_server_is_refused(directory: Path, missing: str) -> None:
    """A server with one of URL, key and secret missing is a configuration error that names the missing one."""
    settings = _load(directory, {name: text for name, text in SERVER.items() if name != missing})

    with pytest.raises(ConfigError, match=f"{missing} not"):
        settings.server()


@pytest.mark.parametrize("variable", ["GOOGLE_API_KEY", "GEMINI_API_KEY"])
def test_auto_means_gemini_where_there_is_a_key(directory: Path, variable: str) -> None:
    """Either key variable makes `auto` mean Gemini, and the notice says so without the key."""
    settings = _load(directory, {variable: "AIzaKey"})

    assert settings.model.value == "gemini"
    assert variable in settings.model_notice
    assert "AIzaKey" not in repr(settings)


def test_auto_means_local_without_a_key(directory: Path) -> None:
    """Without a key `auto` means the local model, and says so."""
    settings = _load(directory)

    assert settings.model.value == "local"
    assert "local model" in settings.model_notice


def test_a_chosen_model_needs_no_notice(directory: Path) -> None:
    """Who chose a model is told nothing; choosing Gemini without a key is an error when the key is wanted."""
    settings = _load(directory, model="gemini")

    assert settings.model_notice == ""
    with pytest.raises(ConfigError, match="no key"):
        settings.require_gemini_key()


def test_google_key_is_preferred(directory: Path) -> None:
    """GOOGLE_API_KEY wins over GEMINI_API_KEY, with a warning where they differ."""
    same = _load(directory, {"GOOGLE_API_KEY": "one", "GEMINI_API_KEY": "one"})
    different = _load(directory, {"GOOGLE_API_KEY": "one", "GEMINI_API_KEY": "two"})

    assert same.warnings == ()
    assert different.require_gemini_key().reveal() == "one"
    assert "differ" in different.warnings[0]


@pytest.mark.parametrize(
    ("variable", "text", "allowed"),
    [
        ("TUTOR_MODEL", "gpt", "auto, local or gemini"),
        ("TUTOR_PIPELINE", "fast", "realtime or cascade"),
        ("TUTOR_TRANSPORT", "tcp", "room or direct"),
        ("TUTOR_LANGUAGE", "fr", "en, hi or auto"),
        ("TUTOR_MODE", "play", "explain, practise or quiz"),
        ("TUTOR_SEED", "x", "a whole number"),
    ],
)
def test_bad_values_name_variable_origin_and_choices(directory: Path, variable: str, text: str, allowed: str) -> None:
    """A value that is none of the allowed ones is a configuration error naming variable, origin and choices."""
    with pytest.raises(ConfigError) as caught:
        _load(directory, {variable: text})

    assert caught.value.message == f"{variable} is {text!r} (environment)."
    assert allowed in caught.value.hint


def test_bad_flags_are_usage_errors(directory: Path) -> None:
    """A bad value that was just typed is a usage error naming the flag."""
    with pytest.raises(UsageError, match="--model is 'gpt'"):
        _load(directory, model="gpt")


def test_home_moves_everything(directory: Path) -> None:
    """TUTOR_HOME holds state, cache and logs."""
    settings = _load(directory, {"TUTOR_HOME": str(directory / "h")})

    home = settings.home.value
    assert [home.state, home.cache, home.logs] == [directory / "h" / name for name in ("state", "cache", "logs")]


def test_a_vanished_working_directory(directory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A working directory someone removed is a usage error."""
    monkeypatch.chdir(directory)
    directory.rmdir()

    with pytest.raises(UsageError, match="working directory"):
        load({}, {})


def test_unreadable_env_file(directory: Path) -> None:
    """A .env that is no text is told with its path."""
    (directory / ".env").write_bytes(b"\xff\xfe\x00A")

    with pytest.raises(ConfigError, match=r"\.env cannot be read"):
        _load(directory)


@given(st.dictionaries(st.sampled_from([name for spec in SPECS for name in spec.variables]), st.text()))
def test_any_environment_is_settings_or_a_tutor_error(environ: dict[str, str]) -> None:
    """No text in any variable makes loading fail other than with a configuration error."""
    try:
        settings = load({}, {"HOME": "/nonexistent", **environ}, Path("/nonexistent"))
    except ConfigError:
        return

    assert settings.model.value in {"local", "gemini"}
