# make site    builds lutrin and the course, into site/
# make serve   shows the course while it is written
# make test    runs every test, and the fuzzer for a few seconds
# make sanitize runs the code's tests under the thread sanitizer and the address sanitizer
# make stress  tries pages made to be slow, at the largest size that a page may have
# make fuzz    feeds the readers of authors' files with bytes that nobody would write: FUZZ_SECONDS=60 for each
# make bench   measures lutrin beside Hugo and a C program (make bench-preview: the preview in a browser)
# make format  brings the Swift sources into the project's form
#
# Each installs what it is missing, and says what it does while it does it.

LIBRARIES := libcmark-gfm-dev libcmark-gfm-extensions-dev libyaml-dev libzip-dev libdeflate-dev libxxhash-dev libexpat1-dev libicu-dev libmimalloc-dev pkg-config
TEST_PACKAGES := $(shell cat Tests/EndToEnd/apt-packages.txt 2>/dev/null)
VENV := .venv-test
REQUIREMENTS := Tests/EndToEnd/requirements.txt
LUTRIN := .build/release/lutrin
FUZZ_SECONDS := 60

.PHONY: site serve preview test sanitize stress fuzz fuzz-briefly fuzzer bench bench-preview build libraries unit end-to-end format lint clean
.SUFFIXES:
MAKEFLAGS += --no-print-directory

site: build
	@echo "Building the course"
	@$(LUTRIN) build

build: libraries
	@echo "Building lutrin (the first time takes a minute or two)"
	@swift build -c release --static-swift-stdlib --product lutrin

# The server of the preview is a program of its own, which nobody needs who only builds.
preview: libraries
	@echo "Building lutrin and its preview (the first time takes some minutes)"
	@swift build -c release --static-swift-stdlib

serve: preview
	@$(LUTRIN) serve

libraries:
	@tools/ensure-packages $(LIBRARIES)

test: unit end-to-end fuzz-briefly

unit: libraries
	@echo "Testing the code"
	@swift build --build-tests
	@swift test --skip-build --disable-xctest

end-to-end: preview $(VENV)/ready
	@echo "Testing the program and its pages with real tools"
	@LUTRIN="$(CURDIR)/$(LUTRIN)" $(VENV)/bin/python -m pytest Tests/EndToEnd
	@LUTRIN="$(CURDIR)/$(LUTRIN)" $(VENV)/bin/python -m pytest Tests/EndToEnd -n 0 -m alone

$(VENV)/ready: $(REQUIREMENTS) Tests/EndToEnd/apt-packages.txt
	@tools/ensure-packages python3 python3-venv $(TEST_PACKAGES)
	@echo "Making the tests' Python environment"
	@rm -rf $(VENV)
	@python3 -m venv $(VENV)
	@$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check -r $(REQUIREMENTS)
	@touch $@

# Each sanitizer has a build of its own. SWIFT_BACKTRACE: a crash is told by the sanitizer, and must not wait for a debugger.
sanitize: libraries
	@for sanitizer in thread address; do \
		echo "Testing the code under the $$sanitizer sanitizer (a few minutes)"; \
		SWIFT_BACKTRACE=enable=no LSAN_OPTIONS=suppressions=$(CURDIR)/Tests/leaks.txt:print_suppressions=0 \
			swift test --disable-xctest --scratch-path .build-$$sanitizer --sanitize=$$sanitizer || exit 1; \
	done

# Texts made to be slow, at the largest size that a page may have: minutes, and some gigabytes of memory.
stress: build $(VENV)/ready
	@echo "Trying pages made to be slow"
	@LUTRIN="$(CURDIR)/$(LUTRIN)" $(VENV)/bin/python -m pytest Tests/EndToEnd -m stress

fuzz: fuzzer
	@tools/fuzz $(FUZZ_SECONDS)

fuzz-briefly: fuzzer
	@tools/fuzz 3

fuzzer: libraries
	@echo "Building the fuzzer (the first time takes some minutes)"
	@tools/build-fuzzer

bench: build
	@tools/ensure-packages python3 python3-venv gcc libc6-dev
	@python3 Benchmarks/bench.py --lutrin $(LUTRIN)

bench-preview: preview $(VENV)/ready
	@$(VENV)/bin/python Benchmarks/preview.py --lutrin $(LUTRIN)

format:
	@swift format --in-place --recursive Sources Tests Package.swift

lint:
	@swift format lint --strict --recursive Sources Tests Package.swift

clean:
	@rm -rf .build .build-* $(VENV) site .lutrin
