document.getElementById('auto-post').requestSubmit();
