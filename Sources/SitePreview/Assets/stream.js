/**
 * The server's stream of events, for a page that is in sight.
 *
 * A browser keeps six connections to a host and no more, and a stream holds one for good: with a stream for each of eight tabs the
 * seventh would not even load. So a hidden page lets go of the stream, and looks at what it missed when it is shown again; and of those
 * in sight one listens and tells the others. Who listens is settled by a lock of the browser's, which passes on when its holder leaves,
 * however it does. Over plain HTTP from another machine there is no lock: there each page has a stream of its own.
 */
export class Stream {
  /** @param handlers a function for each of `hello`, `change` and `problems`, told its data, and `connection`, told whether there is one */
  constructor(handlers) {
    this.handlers = handlers;
    document.addEventListener("visibilitychange", () => (document.visibilityState === "hidden" ? this.leave() : this.join()));
    // A page that waits in the back/forward cache must hold nothing either.
    addEventListener("pagehide", () => this.leave());
    addEventListener("pageshow", () => this.join());
    this.join();
  }

  join() {
    if (this.place || document.visibilityState === "hidden") return;
    this.place = navigator.locks ? new SharedPlace(this.handlers) : new OwnPlace(this.handlers);
  }

  leave() {
    if (this.place) this.place.end();
    this.place = null;
  }
}

/** A page that has a stream of its own. */
class OwnPlace {
  constructor(handlers) {
    this.handlers = handlers;
    this.retry = 0;
    this.open();
  }

  open() {
    this.source = new EventSource("/_lutrin/events");
    this.source.onopen = () => this.handlers.connection(true);
    this.source.onerror = () => {
      this.handlers.connection(false);
      // The browser connects again by itself, unless the answer was not a stream at all.
      if (this.source.readyState === EventSource.CLOSED) this.retry = setTimeout(() => this.open(), 1000);
    };
    for (const name of ["hello", "change", "problems"]) {
      this.source.addEventListener(name, (event) => this.handlers[name](JSON.parse(event.data)));
    }
  }

  end() {
    clearTimeout(this.retry);
    this.source.close();
  }
}

/** A page among others, of which the one that has the lock listens. */
class SharedPlace {
  constructor(handlers) {
    this.handlers = handlers;
    this.own = null;
    /** What who comes has to be told: the last event of each kind that says how things are. */
    this.state = {};
    this.channel = new BroadcastChannel("lutrin-preview");
    this.channel.onmessage = ({ data: [name, data] }) => (name === "how" ? this.greet() : this.handlers[name]?.(data));
    this.wish = new AbortController();
    // Whoever listens already answers this; otherwise the lock is free, and the stream begins by saying how things are.
    this.channel.postMessage(["how"]);
    navigator.locks
      .request("lutrin-preview", { signal: this.wish.signal }, () => new Promise((release) => this.listen(release)))
      .catch((error) => {
        if (this.wish.signal.aborted) return; // given up before its turn came
        console.warn(error);
        // Where nothing is shared, as with storage blocked, each page listens for itself.
        this.own ??= new OwnPlace(this.handlers);
      });
  }

  listen(release) {
    this.release = release;
    const told = ["hello", "change", "problems", "connection"].map((name) => [name, (data) => this.tell(name, data)]);
    this.own = new OwnPlace(Object.fromEntries(told));
  }

  tell(name, data) {
    if (name !== "change") this.state[name] = data;
    this.channel.postMessage([name, data]);
    this.handlers[name](data);
  }

  greet() {
    if (!this.own) return;
    for (const [name, data] of Object.entries(this.state)) this.channel.postMessage([name, data]);
  }

  end() {
    this.wish.abort();
    if (this.own) this.own.end();
    if (this.release) this.release();
    this.channel.close();
  }
}
