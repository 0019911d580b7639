#include "capi/status.hpp"

#include <jixiao/version.hpp>

#include <cstdlib>

namespace jixiao::capi {

namespace {

/// Of a fixed size, so that a lack of memory can be told of.
thread_local char last_message[2048] = "";

} // namespace

jixiao_status fail(jixiao_status status, std::string_view message) noexcept {
  auto size = std::min(message.size(), sizeof last_message - 1);
  // Not within a character.
  while (size < message.size() && size > 0 && (static_cast<unsigned char>(message[size]) & 0xC0) == 0x80)
    --size;
  std::memcpy(last_message, message.data(), size);
  last_message[size] = '\0';
  return status;
}

jixiao_status give(std::string_view text, jixiao_buffer* out) noexcept {
  if (!out)
    return fail(JIXIAO_BAD_ARGUMENT, "there is no buffer");
  auto* const bytes = static_cast<char*>(std::malloc(text.size() + 1));
  if (!bytes)
    return fail(JIXIAO_NO_MEMORY, "there is not enough memory");
  std::memcpy(bytes, text.data(), text.size());
  bytes[text.size()] = '\0';
  *out = {bytes, text.size()};
  return JIXIAO_OK;
}

} // namespace jixiao::capi

char const* jixiao_error_message(void) { return jixiao::capi::last_message; }

char const* jixiao_version(void) { return jixiao::version().data(); }

void jixiao_buffer_free(jixiao_buffer* buffer) {
  if (!buffer)
    return;
  std::free(buffer->bytes);
  *buffer = {};
}
