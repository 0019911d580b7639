#include "json/json_tree.hpp"

#include "writers/json_buffer.hpp"

#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>

namespace jixiao {

namespace {

constexpr std::size_t depth_limit = 12; ///< of a document twice over, and what JsonBuffer can indent

/// Takes the events of RapidJSON's reader and builds the tree; false stops the reader.
class Builder {
public:
  using Kind = JsonTree::Kind;

  bool Null() { return add({Kind::null, "null", {}, {}}); }
  bool Bool(bool value) { return add({Kind::boolean, value ? "true" : "false", {}, {}}); }
  bool RawNumber(char const* text, rapidjson::SizeType size, bool) { return add({Kind::number, {text, size}, {}, {}}); }
  bool String(char const* text, rapidjson::SizeType size, bool) { return add({Kind::string, {text, size}, {}, {}}); }
  bool StartObject() { return open(Kind::object); }
  bool StartArray() { return open(Kind::array); }
  bool EndObject(rapidjson::SizeType) { return close(); }
  bool EndArray(rapidjson::SizeType) { return close(); }
  bool Key(char const* text, rapidjson::SizeType size, bool) {
    auto& keys = open_.back().keys;
    keys.emplace_back(text, size);
    return true;
  }
  // Never called: numbers come as their digits.
  bool Int(int) { return false; }
  bool Uint(unsigned) { return false; }
  bool Int64(std::int64_t) { return false; }
  bool Uint64(std::uint64_t) { return false; }
  bool Double(double) { return false; }

  JsonTree take() { return std::move(root_); }
  std::string_view fault() const { return fault_; }

private:
  bool open(Kind kind) {
    if (open_.size() == depth_limit) {
      fault_ = "deeper than 12 levels";
      return false;
    }
    open_.push_back({kind, {}, {}, {}});
    return true;
  }

  bool close() {
    auto value = std::move(open_.back());
    open_.pop_back();
    auto sorted = value.keys;
    std::ranges::sort(sorted);
    if (std::ranges::adjacent_find(sorted) != sorted.end()) {
      fault_ = "a member stands twice in this object";
      return false;
    }
    return add(std::move(value));
  }

  bool add(JsonTree value) {
    (open_.empty() ? root_ : open_.back().items.emplace_back()) = std::move(value);
    return true;
  }

  std::vector<JsonTree> open_;
  JsonTree root_;
  std::string_view fault_;
};

JsonFault fault_at(std::string_view text, std::size_t offset, std::string what) {
  auto const before = text.substr(0, std::min(offset, text.size()));
  auto const line_begin = before.rfind('\n') + 1; // npos + 1 is 0
  return {static_cast<std::size_t>(std::ranges::count(before, '\n')) + 1, before.size() - line_begin + 1,
          std::move(what)};
}

void put(JsonBuffer& out, JsonTree const& tree) {
  switch (tree.kind) {
  case JsonTree::Kind::string:
    return out.string(tree.text);
  case JsonTree::Kind::array:
  case JsonTree::Kind::object:
    break;
  default:
    return out.json(tree.text);
  }
  bool const is_object = tree.kind == JsonTree::Kind::object;
  out.open(is_object ? '{' : '[');
  for (std::size_t i = 0; i < tree.items.size(); ++i) {
    is_object ? out.named(tree.keys[i]) : out.next();
    put(out, tree.items[i]);
  }
  out.close(is_object ? '}' : ']');
}

} // namespace

JsonTree const* JsonTree::find(std::string_view key) const {
  auto const found = std::ranges::find(keys, key);
  return found == keys.end() ? nullptr : &items[static_cast<std::size_t>(found - keys.begin())];
}

std::variant<JsonTree, JsonFault> parse_json(std::string_view text) {
  constexpr unsigned flags =
      rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseValidateEncodingFlag | rapidjson::kParseIterativeFlag;
  rapidjson::MemoryStream bytes(text.data(), text.size());
  rapidjson::EncodedInputStream<rapidjson::UTF8<>, rapidjson::MemoryStream> stream(bytes);
  rapidjson::Reader reader;
  Builder builder;
  auto const result = reader.Parse<flags>(stream, builder);
  if (!result.IsError())
    return builder.take();
  auto const what = builder.fault().empty() ? rapidjson::GetParseError_En(result.Code()) : builder.fault();
  return fault_at(text, result.Offset(), std::string(what));
}

std::string to_json(JsonTree const& tree, bool pretty) {
  std::string out;
  {
    JsonBuffer buffer(out, pretty, 0);
    put(buffer, tree);
  }
  return out;
}

} // namespace jixiao
