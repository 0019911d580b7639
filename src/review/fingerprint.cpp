#include "review/names.hpp"

#include <jixiao/review.hpp>

#include <algorithm>

namespace jixiao {

namespace {

constexpr std::size_t length = 16;

/// FNV-1a, 64 bits.
void mix(std::uint64_t& hash, std::string_view text) {
  for (char const c : text)
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  hash = (hash ^ 0xFFU) * 0x100000001b3U;
}

bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); }

} // namespace

std::string fingerprint(Document const& document, Diagnostic const& finding) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  mix(hash, info(finding.code).id);
  if (auto const form = form_of(document, finding.path))
    mix(hash, document.forms[*form].project_name.value_or(document.forms[*form].title.value_or("")));
  if (auto const* row = indicator_of(document, finding.path))
    mix(hash, row->level3.value_or(""));
  else
    mix(hash, parts_of(finding.path).field);
  for (auto const& argument : finding.arguments)
    mix(hash, argument.value);
  std::string out(length, '0');
  for (auto digit = out.rbegin(); digit != out.rend(); ++digit, hash >>= 4)
    *digit = "0123456789abcdef"[hash & 15];
  return out;
}

std::set<std::string> fingerprints_in(std::string_view report) {
  constexpr std::string_view key = "\"fingerprint\"";
  std::set<std::string> out;
  for (auto at = report.find(key); at != report.npos; at = report.find(key, at + 1)) {
    auto const open = report.find('"', at + key.size());
    if (open == report.npos)
      break;
    auto const digits = report.substr(open + 1, length);
    if (digits.size() == length && std::ranges::all_of(digits, is_hex))
      out.insert(std::string(digits));
  }
  return out;
}

} // namespace jixiao
