#include "readers/xlsx/page_header.hpp"

#include "readers/xml.hpp"
#include "text/clean.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace jixiao {
namespace {

/// The three sections of a header, without codes.
std::vector<std::string> sections_of(std::string_view code) {
  std::vector<std::string> sections(1);
  bool counts_pages = false;
  auto const end_section = [&] {
    if (std::exchange(counts_pages, false))
      sections.back().clear();
    sections.emplace_back();
  };
  for (std::size_t at = 0; at < code.size(); ++at) {
    // A code is a single byte; before any other character the sign is one that was typed.
    if (code[at] != '&' || at + 1 == code.size() || static_cast<unsigned char>(code[at + 1]) >= 0x80) {
      sections.back() += code[at];
      continue;
    }
    char const kind = code[++at];
    if (kind == '&')
      sections.back() += '&';
    else if (kind == 'L' || kind == 'C' || kind == 'R')
      end_section();
    else if (kind == '"') // a font
      at = std::min(code.find('"', at + 1), code.size());
    else if (kind == 'K') // a colour
      at = std::min({code.find_first_not_of("0123456789ABCDEFabcdef+-", at + 1), at + 7, code.size()}) - 1;
    else if (kind >= '0' && kind <= '9')
      at = std::min(code.find_first_not_of("0123456789", at), code.size()) - 1;
    else
      counts_pages = counts_pages || kind == 'P' || kind == 'N';
  }
  end_section();
  return sections;
}

} // namespace

bool has_ideograph(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    auto const c = character_at(text, at);
    if (c.value >= 0x3400 && c.value < 0xA000)
      return true;
    at += c.length;
  }
  return false;
}

void add_page_header(std::string_view code, std::vector<std::string>& texts) {
  for (auto const& section : sections_of(code))
    if (has_ideograph(section))
      texts.emplace_back(trim(section));
}

void read_page_header(pugi::xml_node header_footer, std::vector<std::string>& above, std::vector<std::string>& below) {
  add_page_header(child(header_footer, "oddHeader").child_value(), above);
  add_page_header(child(header_footer, "oddFooter").child_value(), below);
}

} // namespace jixiao
