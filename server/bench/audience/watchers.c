// An audience that only watches, at next to no cost: joins an event over Socket.IO, answers heartbeats, counts frames.
// Loopback only; `watchers PORT COUNT PER_SECOND BASE AT_THE_DOOR` (PER_SECOND 0: all at once; BASE: the first of its
// source addresses; AT_THE_DOOR: no more than so many are on their way in at a time, 0: however many).
// Who is refused or cut comes again a little later. Prints a line of JSON when all are in, and one for each line it reads;
// ends with its standard input.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { IDLE, CONNECTING, UPGRADING, OPEN, JOINED };
// So many from one address, so that ports do not run out; the kernel chooses them only when it knows both ends.
enum { PER_ADDRESS = 4000, NO_PORT_YET = 24, RETRY_MS = 500, RETRY_SPREAD_MS = 2000 };

typedef struct { int fd, state; uint32_t length; uint8_t *rest; double again; } Viewer;

static int port, count, per_second, base, at_the_door, poller, started, joined, waiting;
static long retries, closed, frames, bytes;
static double begun, last_joined;
static Viewer *viewers;
static uint8_t in[1 << 18];

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

static void say(Viewer *v, const char *text) {
  size_t length = strlen(text); // always short
  uint8_t frame[6 + 125] = {0x81, 0x80 | length}; // a mask of zeros leaves the text as it is
  memcpy(frame + 6, text, length);
  if (write(v->fd, frame, 6 + length) < 0) return;
}

static void lose(Viewer *v) {
  if (v->state == JOINED) { joined--; closed++; } else { retries++; waiting--; }
  close(v->fd);
  free(v->rest);
  *v = (Viewer){.fd = -1, .state = IDLE, .again = now() + RETRY_MS + rand() % RETRY_SPREAD_MS};
}

static void open_one(int index) {
  Viewer *v = &viewers[index];
  int one = 1;
  v->fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  setsockopt(v->fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
  setsockopt(v->fd, IPPROTO_IP, NO_PORT_YET, &one, sizeof one);
  struct sockaddr_in from = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(0x7f000002 + base + index / PER_ADDRESS)};
  struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  struct epoll_event event = {.events = EPOLLOUT, .data.ptr = v};
  v->state = CONNECTING;
  waiting++;
  if (bind(v->fd, (void *)&from, sizeof from) < 0 ||
      (connect(v->fd, (void *)&to, sizeof to) < 0 && errno != EINPROGRESS)) return lose(v);
  epoll_ctl(poller, EPOLL_CTL_ADD, v->fd, &event);
}

static void ask_for_upgrade(Viewer *v) {
  static const char request[] =
      "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\n"
      "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";
  if (write(v->fd, request, sizeof request - 1) < 0) return lose(v);
  struct epoll_event event = {.events = EPOLLIN, .data.ptr = v};
  epoll_ctl(poller, EPOLL_CTL_MOD, v->fd, &event);
  v->state = UPGRADING;
}

static int begins(const uint8_t *text, size_t length, const char *start) {
  return length >= strlen(start) && memcmp(text, start, strlen(start)) == 0;
}

// False when the viewer is gone.
static int hear(Viewer *v, const uint8_t *text, size_t length) {
  if (begins(text, length, "0{")) say(v, "40{\"event\":\"demo\"}");
  else if (length == 1 && text[0] == '2') say(v, "3");
  else if (begins(text, length, "44")) return lose(v), 0;
  else if (begins(text, length, "42[\"snapshot\"") && v->state == OPEN) {
    v->state = JOINED;
    joined++;
    waiting--;
    last_joined = now();
  } else if (begins(text, length, "42[\"frame\"")) { frames++; bytes += length; }
  return 1;
}

static void read_some(Viewer *v) {
  static const uint8_t pong[6] = {0x8a, 0x80};
  memcpy(in, v->rest, v->length);
  ssize_t got = read(v->fd, in + v->length, sizeof in - v->length);
  if (got < 0 && errno == EAGAIN) return;
  if (got <= 0) return lose(v);
  size_t all = v->length + got, at = 0;
  if (v->state == UPGRADING) {
    uint8_t *end = memmem(in, all, "\r\n\r\n", 4);
    if (end != NULL && memcmp(in, "HTTP/1.1 101", 12) != 0) return lose(v);
    if (end != NULL) { v->state = OPEN; at = end - in + 4; }
  }
  while (v->state != UPGRADING && all - at >= 2) {
    uint8_t *head = in + at;
    size_t size = head[1] < 126 ? 2 : head[1] == 126 ? 4 : 10, length = head[1];
    if (all - at < size) break;
    if (size == 4) length = head[2] << 8 | head[3];
    if (size == 10) length = (size_t)head[6] << 24 | head[7] << 16 | head[8] << 8 | head[9];
    if (all - at < size + length) break;
    int opcode = head[0] & 15;
    if (opcode == 8) return lose(v);
    if (opcode == 9 && write(v->fd, pong, sizeof pong) < 0) return lose(v);
    if (opcode == 1 && !hear(v, head + size, length)) return;
    at += size + length;
  }
  v->length = all - at;
  free(v->rest);
  v->rest = NULL;
  if (v->length > 0) { v->rest = malloc(v->length); memcpy(v->rest, in + at, v->length); }
}

static void report(const char *what) {
  struct rusage use;
  getrusage(RUSAGE_SELF, &use);
  double cpu = use.ru_utime.tv_sec + use.ru_stime.tv_sec + (use.ru_utime.tv_usec + use.ru_stime.tv_usec) / 1e6;
  printf("{\"what\":\"%s\",\"joined\":%d,\"retries\":%ld,\"closed\":%ld,\"frames\":%ld,\"bytes\":%ld,\"seconds\":%.3f,\"cpuSeconds\":%.2f}\n",
         what, joined, retries, closed, frames, bytes, (last_joined - begun) / 1e3, cpu);
  fflush(stdout);
}

static int may_come(void) { return at_the_door == 0 || waiting < at_the_door; }

int main(int argc, char **argv) {
  if (argc != 6) return 2;
  signal(SIGPIPE, SIG_IGN); // who writes to a connection that was just cut hears of it from `write`
  port = atoi(argv[1]), count = atoi(argv[2]), per_second = atoi(argv[3]), base = atoi(argv[4]), at_the_door = atoi(argv[5]);
  viewers = calloc(count, sizeof *viewers);
  poller = epoll_create1(0);
  srand(base + 1);
  struct epoll_event input = {.events = EPOLLIN, .data.ptr = NULL}, events[1024];
  epoll_ctl(poller, EPOLL_CTL_ADD, STDIN_FILENO, &input);
  begun = now();
  double looked = begun;
  int said = 0;
  for (;;) {
    double t = now();
    int due = per_second == 0 ? count : (int)((t - begun) * per_second / 1e3);
    while (started < count && started < due && may_come()) open_one(started++);
    if (t - looked > 50) {
      looked = t;
      for (int i = 0; i < started; i++) if (viewers[i].state == IDLE && viewers[i].again < t && may_come()) open_one(i);
    }
    if (!said && joined == count) { said = 1; report("in"); }
    int ready = epoll_wait(poller, events, 1024, started < count || joined < count ? 10 : 200);
    for (int i = 0; i < ready; i++) {
      Viewer *v = events[i].data.ptr;
      if (v == NULL) {
        char line[64];
        if (read(STDIN_FILENO, line, sizeof line) <= 0) return 0;
        report("now");
      } else if (v->state == CONNECTING) {
        if (events[i].events & (EPOLLERR | EPOLLHUP)) lose(v);
        else ask_for_upgrade(v);
      } else if (v->state != IDLE) read_some(v);
    }
  }
}
