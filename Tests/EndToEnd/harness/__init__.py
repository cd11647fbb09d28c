"""What the end-to-end tests stand on: the binary, projects to build, pages to read, a server and a browser to look at them with."""
