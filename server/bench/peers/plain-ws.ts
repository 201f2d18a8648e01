import { createServer } from 'node:http';
import { WebSocket, WebSocketServer } from 'ws';

/** The broadcast from the documentation of `ws`: whatever one says is sent to all. */
const http = createServer();
const server = new WebSocketServer({ server: http, perMessageDeflate: false });

server.on('connection', (socket) => {
  socket.on('error', () => undefined); // closes by itself
  socket.on('message', (data, isBinary) => {
    for (const client of server.clients) {
      if (client.readyState === WebSocket.OPEN) client.send(data, { binary: isBinary });
    }
  });
});

http.listen(0, '127.0.0.1', 4096, () => {
  const address = http.address();
  if (typeof address === 'object') process.stdout.write(`port ${address?.port}\n`);
});
