'use strict';
/**
 * Lets a reader zoom and move a picture: with buttons, the keyboard, the wheel and the pointer.
 *
 * @param region the element around the picture
 * @param svg the picture
 * @param buttons the buttons `larger`, `smaller` and `whole`
 * @param part the part that is seen at first, as `changed` received it; null for the whole picture
 * @param changed receives the part that is seen: x, y, width and height; null for the whole picture
 * @returns ends what it does outside of the picture
 */
function zoomable(region, svg, buttons, part, changed) {
  const STEP = 1.25;
  // The smallest part that can be seen, in units of the picture.
  const LEAST = 60;
  const whole = svg.getAttribute('viewBox').split(' ').map(Number);
  let seen = part;
  const ended = new AbortController();
  const whenShown = { signal: ended.signal };

  /** Returns the whole picture, at most in its own size. */
  const fitting = () => {
    const wide = Math.max(whole[2], region.clientWidth);
    return [whole[0], whole[1], wide, whole[3]];
  };
  const show = (box) => {
    svg.setAttribute('viewBox', box.join(' '));
    region.classList.toggle('zoomed', seen !== null);
  };
  const see = (box) => {
    const limits = fitting();
    if (box !== null && box[2] >= limits[2] && box[3] >= limits[3]) box = null;
    if (box !== null) {
      // The middle of what is seen stays in the picture.
      const within = (start, size, from, most) =>
        Math.min(Math.max(start, from - size / 2), from + most - size / 2);
      box = [within(box[0], box[2], whole[0], whole[2]), within(box[1], box[3], whole[1], whole[3]), box[2], box[3]];
    }
    seen = box;
    show(seen || limits);
    changed(seen);
  };
  const now = () => seen || fitting();
  /** Zooms; the point `at`, by default the middle, keeps its place. */
  const zoom = (by, at) => {
    const [x, y, w, h] = now();
    const factor = Math.max(by, LEAST / w);
    const [px, py] = at || [x + w / 2, y + h / 2];
    see([px - (px - x) * factor, py - (py - y) * factor, w * factor, h * factor]);
  };
  const move = (dx, dy) => {
    const [x, y, w, h] = now();
    see([x + dx * w, y + dy * h, w, h]);
  };
  const pointAt = (event) => {
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    return [point.x, point.y];
  };

  buttons.larger.addEventListener('click', () => zoom(1 / STEP));
  buttons.smaller.addEventListener('click', () => zoom(STEP));
  buttons.whole.addEventListener('click', () => see(null));
  region.addEventListener('wheel', (event) => {
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      zoom(event.deltaY < 0 ? 0.9 : 1 / 0.9, pointAt(event));
    }
  }, { passive: false });

  let held = null;
  region.addEventListener('pointerdown', (event) => {
    if (event.button === 0) held = { x: event.clientX, y: event.clientY, box: now(), moved: false };
  });
  window.addEventListener('pointermove', (event) => {
    if (!held || seen === null) return;
    const dx = event.clientX - held.x, dy = event.clientY - held.y;
    held.moved = held.moved || Math.hypot(dx, dy) >= 4;
    if (held.moved) {
      const scale = svg.getScreenCTM().a;
      see([held.box[0] - dx / scale, held.box[1] - dy / scale, held.box[2], held.box[3]]);
    }
  }, whenShown);
  window.addEventListener('pointerup', () => { held = null; }, whenShown);
  window.addEventListener('pointercancel', () => { held = null; }, whenShown);

  region.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowLeft: [-0.1, 0], ArrowRight: [0.1, 0], ArrowUp: [0, -0.1], ArrowDown: [0, 0.1] }[event.key];
    if (event.key === '+' || event.key === '=') zoom(1 / STEP);
    else if (event.key === '-') zoom(STEP);
    else if (event.key === '0') see(null);
    // The arrows scroll the page while the whole picture is seen.
    else if (step && seen !== null) move(...step);
    else return;
    event.preventDefault();
  });
  // What the keyboard reaches is seen.
  svg.addEventListener('focusin', (event) => {
    if (seen === null || !event.target.matches(':focus-visible')) return;
    const box = event.target.getBoundingClientRect(), frame = svg.getBoundingClientRect();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    if (x < frame.left || x > frame.right || y < frame.top || y > frame.bottom) {
      const [px, py] = pointAt({ clientX: x, clientY: y });
      see([px - seen[2] / 2, py - seen[3] / 2, seen[2], seen[3]]);
    }
  });
  region.tabIndex = 0;
  region.setAttribute('role', 'region');
  region.setAttribute('aria-label', 'graph; plus and minus zoom, arrows move, 0 shows the whole graph');
  region.classList.add('live');
  new ResizeObserver(() => { if (seen === null) show(fitting()); }).observe(region);
  window.addEventListener('beforeprint', () => svg.setAttribute('viewBox', whole.join(' ')), whenShown);
  window.addEventListener('afterprint', () => show(now()), whenShown);
  show(now());
  return () => ended.abort();
}
