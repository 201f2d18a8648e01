// What the kernel alone costs: accepts every WebSocket upgrade and writes whatever one client says to all of them,
// with one write() each. No limits, no memory of anybody; loopback only. Prints "port N".
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

enum { MOST = 65536, LONGEST = 65536 };
static int clients[MOST], count;
static char is_open[MOST];
static uint8_t in[LONGEST], out[LONGEST + 4];

static const char upgrade[] =
    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n";

static void drop(int fd) {
  for (int i = 0; i < count; i++)
    if (clients[i] == fd) { clients[i] = clients[--count]; break; }
  is_open[fd] = 0;
  close(fd);
}

static void to_all(const uint8_t *payload, size_t length) {
  size_t head = length < 126 ? 2 : 4;
  out[0] = 0x81;
  if (head == 2) out[1] = length;
  else { out[1] = 126; out[2] = length >> 8; out[3] = length & 255; }
  memcpy(out + head, payload, length);
  for (int i = 0; i < count; i++)
    if (write(clients[i], out, head + length) < 0) continue;
}

// Frames of one read; a client here never splits one.
static void understand(size_t length) {
  for (size_t at = 0; at + 6 <= length;) {
    size_t size = in[at + 1] & 127, head = 2;
    if (size == 126) { size = in[at + 2] << 8 | in[at + 3]; head = 4; }
    uint8_t *mask = in + at + head, *payload = mask + 4;
    if (at + head + 4 + size > length) return;
    for (size_t i = 0; i < size; i++) payload[i] ^= mask[i & 3];
    if ((in[at] & 15) == 1) to_all(payload, size);
    at += head + 4 + size;
  }
}

int main(void) {
  struct rlimit limit;
  getrlimit(RLIMIT_NOFILE, &limit);
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  socklen_t size = sizeof address;
  int one = 1, door = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), poll = epoll_create1(0);
  if (bind(door, (void *)&address, sizeof address) < 0 || listen(door, 4096) < 0) return 1;
  getsockname(door, (void *)&address, &size);
  printf("port %d\n", ntohs(address.sin_port));
  fflush(stdout);
  struct epoll_event event = {.events = EPOLLIN, .data.fd = door}, events[256];
  epoll_ctl(poll, EPOLL_CTL_ADD, door, &event);
  for (;;) {
    int ready = epoll_wait(poll, events, 256, -1);
    for (int i = 0; i < ready; i++) {
      int fd = events[i].data.fd;
      if (fd == door) {
        while ((fd = accept4(door, 0, 0, SOCK_NONBLOCK)) >= 0) {
          if (fd >= MOST) { close(fd); continue; }
          setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
          struct epoll_event fresh = {.events = EPOLLIN, .data.fd = fd};
          epoll_ctl(poll, EPOLL_CTL_ADD, fd, &fresh);
        }
        continue;
      }
      ssize_t length = read(fd, in, sizeof in);
      if (length <= 0) { drop(fd); continue; }
      if (is_open[fd]) { understand(length); continue; }
      if (write(fd, upgrade, sizeof upgrade - 1) < 0) { drop(fd); continue; }
      clients[count++] = fd;
      is_open[fd] = 1;
    }
  }
}
