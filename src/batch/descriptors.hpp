#pragma once

#include <cstddef>
#include <string_view>

/// Reading and writing whole pieces on sockets.
namespace jixiao {

/// False when the other end is gone.
bool send_all(int socket, std::string_view bytes);
bool receive_all(int socket, char* bytes, std::size_t size);

/// Throws away what waits to be read.
void drain(int socket);

} // namespace jixiao
