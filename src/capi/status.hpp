#pragma once

#include <jixiao/jixiao.h>

#include <algorithm>
#include <cstring>
#include <exception>
#include <new>
#include <string_view>

/// What every function of the C interface does with sizes and errors.
namespace jixiao::capi {

/// Keeps the message for jixiao_error_message() of this thread.
jixiao_status fail(jixiao_status status, std::string_view message) noexcept;

/// Runs what a function of the C interface does. No exception leaves it.
template <class Call> jixiao_status guarded(Call const& call) noexcept {
  try {
    return call();
  } catch (std::bad_alloc const&) {
    return fail(JIXIAO_NO_MEMORY, "there is not enough memory");
  } catch (std::exception const& error) {
    return fail(JIXIAO_FAILED, error.what());
  } catch (...) {
    return fail(JIXIAO_FAILED, "an unknown exception");
  }
}

/// A struct that the caller filled in, as much of it as the caller knows; the rest is 0.
template <class Struct> Struct taken(Struct const& from) noexcept {
  Struct out{};
  std::memcpy(&out, &from, std::min(from.size, sizeof out));
  return out;
}

/// Fills in as much of a struct as the caller knows.
template <class Struct> jixiao_status give(Struct value, Struct* out) noexcept {
  if (!out || out->size < sizeof out->size)
    return fail(JIXIAO_BAD_ARGUMENT, "the struct's size is not set");
  value.size = out->size;
  std::memcpy(out, &value, std::min(out->size, sizeof value));
  return JIXIAO_OK;
}

/// Gives a text to a caller who frees it.
jixiao_status give(std::string_view text, jixiao_buffer* out) noexcept;

} // namespace jixiao::capi
