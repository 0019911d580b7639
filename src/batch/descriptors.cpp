#include "batch/descriptors.hpp"

#include <cerrno>
#include <cstdint>
#include <cstring>

#include <sys/socket.h>

namespace jixiao {

bool send_all(int socket, std::string_view bytes) {
  while (!bytes.empty()) {
    auto const sent = send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR)
      continue;
    if (sent <= 0)
      return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

bool receive_all(int socket, char* bytes, std::size_t size) {
  while (size > 0) {
    auto const got = recv(socket, bytes, size, 0);
    if (got < 0 && errno == EINTR)
      continue;
    if (got <= 0)
      return false;
    bytes += got;
    size -= static_cast<std::size_t>(got);
  }
  return true;
}

std::string framed(std::string_view message) {
  std::uint64_t const size = message.size();
  std::string out(sizeof size, '\0');
  std::memcpy(out.data(), &size, sizeof size);
  return out.append(message);
}

bool send_framed(int socket, std::string_view message) {
  std::uint64_t const size = message.size();
  return send_all(socket, {reinterpret_cast<char const*>(&size), sizeof size}) && send_all(socket, message);
}

void drain(int socket) {
  char bytes[4096];
  while (recv(socket, bytes, sizeof bytes, MSG_DONTWAIT) > 0) {
  }
}

} // namespace jixiao
