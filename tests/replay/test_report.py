"""The report has the contract's form, and its JUnit projection is never greener."""

from __future__ import annotations

from xml.etree import ElementTree

from tutor_cli.errors import AgentError
from tutor_cli.replay.expectations import Judgement
from tutor_cli.replay.junit import junit_xml
from tutor_cli.replay.report import RecordingReport, ReplayReport, percentile
from tutor_cli.replay.turns import Turn

PASSED = RecordingReport("a.wav", "room", "local", "realtime", (Turn(gap_ms=500), Turn(gap_ms=None)))
FAILED = RecordingReport(
    "b.wav", "room", "local", "realtime", (Turn(gap_ms=700),), (Judgement("heard", "x", "\x1b[2Jy", False),)
)
BROKEN = RecordingReport("c.wav", "room", "local", "realtime", error=AgentError("agent_missing", "No agent.", "Start."))
REPORT = ReplayReport((PASSED, FAILED, BROKEN), {"stt": "whisper"})


def test_form() -> None:
    """Keys, verdicts and latency are those of the contract."""
    document = REPORT.to_dict()

    assert [recording["verdict"] for recording in document["recordings"]] == ["passed", "failed", "error"]
    assert set(document["recordings"][0]) == {
        "path",
        "verdict",
        "transport",
        "model",
        "pipeline",
        "turns",
        "expectations",
        "pacing",
    }
    assert document["recordings"][2]["error"]["code"] == "agent_missing"
    assert document["latency"] == {"gap_ms": {"n": 2, "p50": 600, "p95": 700, "max": 700}}
    assert document["engine"] == {"stt": "whisper"}


def test_no_gaps() -> None:
    """A run in which nobody answered has no latency, rather than one of zero."""
    assert ReplayReport((BROKEN,), {}).gaps() == {"n": 0, "p50": None, "p95": None, "max": None}


def test_percentile_is_the_nearest_rank() -> None:
    """The 95th percentile of twenty values is the nineteenth."""
    assert percentile(list(range(1, 21)), 95) == 19
    assert percentile([7], 95) == 7


def test_junit() -> None:
    """One case a recording, failures and errors apart, and no control character in the XML."""
    suite = ElementTree.fromstring(junit_xml(REPORT))

    assert (suite.attrib["tests"], suite.attrib["failures"], suite.attrib["errors"]) == ("3", "1", "1")
    assert [case.attrib["name"] for case in suite] == ["a.wav", "b.wav", "c.wav"]
