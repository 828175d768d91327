"""The replay report as JUnit XML, for the test views of CI systems."""

from __future__ import annotations

from xml.etree import ElementTree

from tutor_cli.printable import printable
from tutor_cli.replay.report import RecordingReport, ReplayReport


def junit_xml(report: ReplayReport) -> str:
    """Return one test case a recording, with its failed expectations or its error."""
    recordings = report.recordings
    suite = ElementTree.Element(
        "testsuite",
        name="tutor replay",
        tests=str(len(recordings)),
        failures=str(sum(recording.verdict == "failed" for recording in recordings)),
        errors=str(sum(recording.verdict == "error" for recording in recordings)),
    )
    for recording in recordings:
        _add_case(suite, recording)
    ElementTree.indent(suite)
    return ElementTree.tostring(suite, encoding="unicode", xml_declaration=True) + "\n"


def _add_case(suite: ElementTree.Element, recording: RecordingReport) -> None:
    case = ElementTree.SubElement(suite, "testcase", classname="recordings", name=printable(recording.path))
    if recording.error:
        error = ElementTree.SubElement(case, "error", message=printable(recording.error.message))
        error.text = printable(recording.error.hint)
    for judgement in recording.judgements:
        if not judgement.ok:
            message = f"{judgement.kind}: expected {judgement.expected!r}, got {judgement.got!r}"
            ElementTree.SubElement(case, "failure", message=printable(message))
