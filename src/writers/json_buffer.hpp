#pragma once

#include "diagnostics/shared_api.hpp"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace jixiao JIXIAO_BETWEEN_LIBRARIES {

/// A member's name as it stands in JSON: `"name": `.
///
/// Choice: padded to a fixed size at compile time, so that writing one is a store of constant size. Names and
/// indentation are most of a document's JSON, and writing it is part of every conversion.
struct JsonKey {
  std::array<char, 32> text{};
  std::size_t size = 0;

  template <std::size_t N> consteval JsonKey(char const (&name)[N]) {
    static_assert(N + 3 <= 32);
    text[size++] = '"';
    for (std::size_t i = 0; i + 1 < N; ++i)
      text[size++] = name[i];
    for (char c : {'"', ':', ' '})
      text[size++] = c;
  }
};

/// Appends JSON text to a string through a small buffer. Pretty text is indented by two spaces, as Python's
/// `json.dumps(…, indent=2, ensure_ascii=False)` does. The caller nests what it opens and closes; commas are set here.
class JsonBuffer {
public:
  JsonBuffer(std::string& out, bool pretty, int depth) : out_(out), pretty_(pretty), depth_(depth) {
    buffer_[0] = ' '; // so that the last character can always be looked at
  }
  JsonBuffer(JsonBuffer const&) = delete;
  JsonBuffer& operator=(JsonBuffer const&) = delete;
  ~JsonBuffer() { flush(); }

  void open(char bracket) {
    room(1);
    *at_++ = bracket;
    ++depth_;
  }
  void close(char bracket) {
    --depth_;
    room(2 + max_indent);
    if (pretty_ && !is_opening(at_[-1]))
      put_line_feed();
    *at_++ = bracket;
  }
  template <JsonKey Name> void key() {
    next();
    std::memcpy(at_, Name.text.data(), Name.text.size());
    at_ += Name.size - (pretty_ ? 0 : 1);
  }
  /// As key(), for a name that is known at run time only.
  void named(std::string_view name) {
    next();
    string(name);
    room(2);
    *at_++ = ':';
    if (pretty_)
      *at_++ = ' ';
  }
  /// Goes before each element of an array, or member of an object: comma, line feed and indentation.
  void next() {
    room(64 + max_indent);
    if (!is_opening(at_[-1]))
      *at_++ = ',';
    if (pretty_)
      put_line_feed();
  }
  void null() {
    room(4);
    std::memcpy(at_, "null", 4);
    at_ += 4;
  }
  /// A number, or anything else of at most 64 bytes that is JSON already.
  void literal(std::string_view text) {
    room(64);
    std::memcpy(at_, text.data(), text.size());
    at_ += text.size();
  }
  void string(std::string_view text);
  /// Anything that is JSON already, of any length but 0.
  void json(std::string_view text) {
    flush();
    out_ += text;
    buffer_[0] = text.back();
  }

private:
  static constexpr std::size_t max_indent = 31;
  static constexpr std::size_t chunk = 1024;
  static constexpr std::string_view line_feed = "\n                               ";
  static_assert(line_feed.size() == 1 + max_indent);

  static bool is_opening(char c) { return c == '{' || c == '['; }

  void room(std::size_t bytes) {
    if (static_cast<std::size_t>(buffer_.data() + buffer_.size() - at_) < bytes)
      flush();
  }
  void put_line_feed() {
    std::memcpy(at_, line_feed.data(), line_feed.size());
    at_ += 1 + 2 * depth_;
  }
  void flush() {
    out_.append(buffer_.data() + 1, at_);
    buffer_[0] = at_[-1];
    at_ = buffer_.data() + 1;
  }
  void put_plain_or_escaped(std::string_view text);
  void put_escaped(std::string_view text);

  std::string& out_;
  bool pretty_;
  int depth_;
  std::array<char, 16384> buffer_;
  char* at_ = buffer_.data() + 1;
};

} // namespace jixiao
