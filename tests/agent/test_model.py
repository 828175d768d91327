"""What is asked of the model behind the agent."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import trustme

from tutor_cli.agent.config import AgentConfig, Lesson, ModelConfig
from tutor_cli.agent.model import realtime_model

GEMINI = AgentConfig(ModelConfig("gemini", "gemini-live", "key"), Lesson())


@pytest.fixture(name="local")
def _local(tmp_path: Path) -> AgentConfig:
    """Return a configuration with a local model, and a certificate to trust."""
    ca_file = tmp_path / "ca.pem"
    trustme.CA().cert_pem.write_to_path(str(ca_file))
    return AgentConfig(ModelConfig("local", url="https://127.0.0.1:1", ca_file=str(ca_file)), Lesson())


def test_where_nothing_is_to_be_heard_the_local_model_writes(local: AgentConfig) -> None:
    """Without sound the local model is spared its voice; Gemini's models only speak."""
    in_writing = Lesson(audible=False)
    assert realtime_model(local).capabilities.audio_output
    assert not realtime_model(replace(local, lesson=in_writing)).capabilities.audio_output
    assert realtime_model(replace(GEMINI, lesson=in_writing)).capabilities.audio_output
