import { createServer } from 'node:http';
import { Server } from 'socket.io';

/** Socket.IO's "get started" chat: whatever one says is emitted to all. WebSocket only, as its audience here speaks it. */
const http = createServer();
const io = new Server(http, { transports: ['websocket'] });

io.on('connection', (socket) => {
  socket.on('chat message', (message) => {
    io.emit('chat message', message);
  });
});

http.listen(0, '127.0.0.1', 4096, () => {
  const address = http.address();
  if (typeof address === 'object') process.stdout.write(`port ${address?.port}\n`);
});
