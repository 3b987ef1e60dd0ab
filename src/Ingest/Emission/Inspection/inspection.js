(() => {
  'use strict';
  const body = document.body;
  const layers = [...document.querySelectorAll('input[data-layer]')];
  const turn = (layer, on) => {
    layer.checked = on;
    body.classList.toggle('off-' + layer.dataset.layer, !on);
  };

  layers.forEach(layer => {
    // A browser that goes back to the page keeps the boxes as they were, and not the classes.
    turn(layer, layer.checked);
    layer.addEventListener('change', () => turn(layer, layer.checked));
  });
  document.querySelectorAll('button[data-all]').forEach(button =>
    button.addEventListener('click', () => layers.forEach(layer => turn(layer, button.dataset.all === 'on'))));

  const main = document.querySelector('main');
  const zoom = document.getElementById('zoom');
  const setZoom = () => { main.dataset.zoom = zoom.value; };
  if (zoom) {
    zoom.addEventListener('change', setZoom);
    setZoom();
  }

  const filter = document.getElementById('filter');
  const items = [...document.querySelectorAll('details.object, ul.findings > li')];
  const applyFilter = () => {
    const wanted = filter.value.trim().toLowerCase();
    items.forEach(item => {
      item.hidden = wanted !== '' && !item.textContent.toLowerCase().includes(wanted);
      if (item.tagName === 'DETAILS')
        item.open = wanted !== '' && !item.hidden;
    });
  };
  filter.addEventListener('input', applyFilter);

  // What a link points to is shown even where its layer is off or it is folded away.
  const show = () => {
    const place = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!place)
      return;
    const drawn = place.closest('g[data-layer]');
    const layer = drawn && layers.find(other => other.dataset.layer === drawn.dataset.layer);
    if (layer)
      turn(layer, true);
    place.scrollIntoView({ block: 'center', inline: 'center' });
  };
  window.addEventListener('hashchange', show);
  show();
})();
