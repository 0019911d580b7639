#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// Reading and writing whole pieces on sockets.
namespace jixiao {

/// False when the other end is gone.
bool send_all(int socket, std::string_view bytes);
bool receive_all(int socket, char* bytes, std::size_t size);

/// A message behind its length, a number of eight bytes in the machine's own order.
std::string framed(std::string_view message);

/// Sends a message behind its length, as framed() does, without a copy of it.
bool send_framed(int socket, std::string_view message);

/// Throws away what waits to be read.
void drain(int socket);

} // namespace jixiao
