"""What is made once for all tests: the two sites, a server in front of each, the browser."""

from pathlib import Path

import pytest

from harness import command, projects
from harness.browsing import chromium
from harness.pages import Site
from harness.serving import serving

TOOLBOX_FOLDER = "un dossier/toolbox/"
SAMPLE_FOLDER = "cours/"
"""The path of the address in the sample course's site.yml: its 404 page counts on it."""


@pytest.fixture(scope="session")
def toolbox_host(tmp_path_factory) -> Path:
    """A folder to be served that holds the toolbox's site in a subfolder."""
    host = tmp_path_factory.mktemp("toolbox-host")
    command.build(command.ROOT, host / TOOLBOX_FOLDER)
    return host


@pytest.fixture(scope="session")
def sample_project(tmp_path_factory) -> Path:
    """The sample course's sources; not to be changed."""
    return projects.sample(tmp_path_factory.mktemp("sample") / "project")


@pytest.fixture(scope="session")
def sample_host(tmp_path_factory, sample_project) -> Path:
    """A folder to be served that holds the sample course's site in a subfolder."""
    host = tmp_path_factory.mktemp("sample-host")
    command.build(sample_project, host / SAMPLE_FOLDER)
    return host


@pytest.fixture(scope="session")
def toolbox(toolbox_host) -> Site:
    """The site of the toolbox course."""
    return Site(toolbox_host / TOOLBOX_FOLDER)


@pytest.fixture(scope="session")
def sample(sample_host) -> Site:
    """The site of the sample course."""
    return Site(sample_host / SAMPLE_FOLDER)


@pytest.fixture(scope="session", params=["toolbox", "sample"])
def site(request) -> Site:
    """Each of the two sites in turn."""
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="session")
def toolbox_url(toolbox_host):
    """Where the toolbox is served: a subfolder whose name has a space."""
    with serving(toolbox_host, TOOLBOX_FOLDER) as url:
        yield url.replace(" ", "%20")


@pytest.fixture(scope="session")
def sample_url(sample_host):
    """Where the sample course is served."""
    with serving(sample_host, SAMPLE_FOLDER) as url:
        yield url


@pytest.fixture
def site_url(request, site) -> str:
    """Where the site of the `site` fixture is served."""
    return request.getfixturevalue(f"{request.node.callspec.params['site']}_url")


@pytest.fixture(scope="session")
def browser():
    """Chromium without a window."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is absent: install requirements.txt")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        yield browser
        browser.close()


def pytest_terminal_summary(terminalreporter):
    """Shows the measurements that tests recorded, on success too."""
    measured = [
        f"{report.nodeid.split('::')[-1]}: {name}: {value}"
        for report in terminalreporter.getreports("passed") + terminalreporter.getreports("failed")
        for name, value in report.user_properties
    ]
    if measured:
        terminalreporter.section("measured")
        terminalreporter.write_line("\n".join(sorted(measured)))
