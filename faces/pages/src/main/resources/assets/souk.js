// Small things on top of pages that work without: the drawer, live quantities, the card form, the live status.
(() => {
  "use strict";
  const $ = (selector, root = document) => root.querySelector(selector);

  // The cart drawer: shown when an answer brings its content.
  const drawer = $("#drawer");
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target.id === "drawer-content" && drawer && !drawer.open && event.detail.target.innerHTML.trim()) {
      drawer.showModal();
    }
  });
  if (drawer) {
    drawer.addEventListener("click", (event) => {
      if (event.target === drawer || event.target.closest("[data-close]")) {
        drawer.close();
      }
    });
  }

  // Steps a number field; sends its form when asked to.
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-step]");
    if (!button) {
      return;
    }
    const input = $("input[type=number]", button.parentElement);
    if (Number(button.dataset.step) > 0) { input.stepUp(); } else { input.stepDown(); }
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-send]")) {
      event.target.form.requestSubmit();
    }
  });

  // Quiet hours are meant where the visitor is.
  for (const zone of document.querySelectorAll("[data-zone]")) {
    zone.value ||= Intl.DateTimeFormat().resolvedOptions().timeZone;
  }

  // Search suggestions: arrows walk, Escape closes.
  const search = $(".search");
  if (search) {
    const found = $(".found", search);
    search.addEventListener("keydown", (event) => {
      const links = [$("input", search), ...found.querySelectorAll("a")];
      const at = links.indexOf(document.activeElement);
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        links[(at + (event.key === "ArrowDown" ? 1 : links.length - 1)) % links.length].focus();
      } else if (event.key === "Escape") {
        found.replaceChildren();
        links[0].focus();
      }
    });
    document.addEventListener("click", (event) => {
      if (!search.contains(event.target)) {
        found.replaceChildren();
      }
    });
  }

  // The card form is the provider's own, in a frame of its origin: this page only ever sees the token.
  const frame = $("[data-card-frame]");
  if (frame) {
    const form = frame.closest("form");
    const origin = new URL(frame.src).origin;
    const token = $("input[name=token]", form);
    form.addEventListener("submit", (event) => {
      if (token.value || (event.submitter && event.submitter.formNoValidate)) {
        return;
      }
      event.preventDefault();
      if (!form.reportValidity()) {
        return;
      }
      form.setAttribute("aria-busy", "true");
      frame.contentWindow.postMessage({ type: "tokenize" }, origin);
    });
    window.addEventListener("message", (event) => {
      if (event.origin !== origin || event.source !== frame.contentWindow || !event.data) {
        return;
      }
      if (event.data.type === "token") {
        token.value = event.data.token;
        form.submit();
      } else if (event.data.type === "invalid") {
        form.removeAttribute("aria-busy");
        frame.focus();
      }
    });
    // Only the delivery changed: the prices follow, the card stays unasked.
    form.addEventListener("change", (event) => {
      const changed = event.target.closest("[data-reprice]");
      if (changed) {
        const field = document.createElement("input");
        field.type = "hidden"; field.name = "update"; field.value = "1";
        form.append(field);
        form.submit();
      }
    });
  }

  // Follows a checkout; every change is a page of the server.
  const live = $("[data-live]");
  if (live) {
    const stream = new EventSource(live.dataset.live);
    stream.addEventListener("status", (event) => {
      if (JSON.parse(event.data).state !== live.dataset.state) {
        stream.close();
        location.reload();
      }
    });
  }
})();
