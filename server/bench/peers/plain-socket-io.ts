import { createServer } from 'node:http';
import { createAdapter } from '@socket.io/redis-adapter';
import { Redis } from 'ioredis';
import { Server } from 'socket.io';

/**
 * Socket.IO's "get started" chat: whatever one says is emitted to all. WebSocket only, as its audience here speaks it.
 * With REDIS_URL it is one of several, by the classic adapter, as its documentation sets it up.
 */
const http = createServer();
const io = new Server(http, { transports: ['websocket'] });

if (process.env['REDIS_URL'] !== undefined) {
  const publisher = new Redis(process.env['REDIS_URL']);
  io.adapter(createAdapter(publisher, publisher.duplicate()));
}

io.on('connection', (socket) => {
  socket.on('chat message', (message) => {
    io.emit('chat message', message);
  });
});

http.listen(0, '127.0.0.1', 4096, () => {
  const address = http.address();
  if (typeof address === 'object') process.stdout.write(`port ${address?.port}\n`);
});
