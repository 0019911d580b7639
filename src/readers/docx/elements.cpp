#include "readers/docx/elements.hpp"

#include "readers/xml.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

namespace jixiao::docx {
namespace {

struct Name {
  std::string_view local;
  Element element;
};

constexpr std::array names = {
    Name{"body", Element::body},
    Name{"p", Element::p},
    Name{"tbl", Element::tbl},
    Name{"tr", Element::tr},
    Name{"tc", Element::tc},
    Name{"txbxContent", Element::txbx_content},
    Name{"Choice", Element::alternative},
    Name{"Fallback", Element::alternative},
    Name{"altChunk", Element::alt_chunk},
    Name{"annotation", Element::annotation},
    Name{"sdt", Element::sdt},
    Name{"sectPr", Element::sect_pr},
    Name{"pPr", Element::p_pr},
    Name{"rPr", Element::r_pr},
    Name{"trPr", Element::tr_pr},
    Name{"tcPr", Element::tc_pr},
    Name{"tblPr", Element::tbl_pr},
    Name{"tblGrid", Element::tbl_grid},
    Name{"gridCol", Element::grid_col},
    Name{"gridSpan", Element::grid_span},
    Name{"vMerge", Element::v_merge},
    Name{"vmerge", Element::v_merge}, // WordML 2003
    Name{"hMerge", Element::h_merge},
    Name{"hmerge", Element::h_merge},
    Name{"gridBefore", Element::grid_before},
    Name{"cellIns", Element::cell_ins},
    Name{"cellDel", Element::cell_del},
    Name{"cellMerge", Element::cell_merge},
    Name{"numPr", Element::num_pr},
    Name{"listPr", Element::list_pr},
    Name{"pStyle", Element::p_style},
    Name{"numId", Element::num_id},
    Name{"ilvl", Element::ilvl},
    Name{"rFonts", Element::r_fonts},
    Name{"vanish", Element::vanish},
    Name{"vertAlign", Element::vert_align},
    Name{"sz", Element::size},
    Name{"w", Element::width_scale},
    Name{"eastAsianLayout", Element::east_asian_layout},
    Name{"strike", Element::strike},
    Name{"dstrike", Element::double_strike},
    Name{"u", Element::underline},
    Name{"caps", Element::capitals},
    Name{"smallCaps", Element::capitals},
    Name{"color", Element::color},
    Name{"shd", Element::shading},
    Name{"highlight", Element::highlight},
    Name{"textFill", Element::text_fill},
    Name{"textOutline", Element::text_outline},
    Name{"trHeight", Element::row_height},
    Name{"phant", Element::phantom},
    Name{"hidden", Element::hidden_row},
    Name{"rStyle", Element::r_style},
    Name{"tblStyle", Element::tbl_style},
    Name{"r", Element::r},
    Name{"t", Element::t},
    Name{"tab", Element::tab},
    Name{"ptab", Element::tab},
    Name{"bdo", Element::override_direction},
    Name{"br", Element::br},
    Name{"cr", Element::cr},
    Name{"noBreakHyphen", Element::no_break_hyphen},
    Name{"sym", Element::sym},
    Name{"fldChar", Element::fld_char},
    Name{"fldSimple", Element::fld_simple},
    Name{"ffData", Element::ff_data},
    Name{"instrText", Element::instr_text},
    Name{"ins", Element::ins},
    Name{"del", Element::del},
    Name{"moveTo", Element::move_to},
    Name{"moveFrom", Element::move_from},
    Name{"symEx", Element::sym},
    Name{"dayShort", Element::part_of_date},
    Name{"dayLong", Element::part_of_date},
    Name{"monthShort", Element::part_of_date},
    Name{"monthLong", Element::part_of_date},
    Name{"yearShort", Element::part_of_date},
    Name{"yearLong", Element::part_of_date},
    Name{"subDoc", Element::sub_document},
    Name{"contentPart", Element::graphic},
    Name{"drawing", Element::graphic},
    Name{"pict", Element::graphic},
    Name{"object", Element::graphic},
    Name{"rt", Element::ruby_text},
    Name{"footnoteReference", Element::note_reference},
    Name{"endnoteReference", Element::note_reference},
    Name{"commentReference", Element::note_reference},
    Name{"footnote", Element::note},
    Name{"endnote", Element::note},
    Name{"oMath", Element::o_math},
    Name{"f", Element::fraction},
    Name{"num", Element::num},
    Name{"den", Element::den},
    Name{"sup", Element::sup},
    Name{"sub", Element::sub},
    Name{"rad", Element::radical},
    Name{"deg", Element::deg},
    Name{"nary", Element::n_ary},
    Name{"d", Element::delimiters},
    Name{"e", Element::e},
    Name{"mr", Element::matrix_row},
    Name{"fName", Element::func_name},
    // Properties that hold nothing to read.
    Name{"sdtPr", Element::skipped},
    Name{"sdtEndPr", Element::skipped},
    Name{"smartTagPr", Element::skipped},
    Name{"customXmlPr", Element::skipped},
    Name{"rubyPr", Element::skipped},
    Name{"tblPrEx", Element::skipped},
    Name{"ctrlPr", Element::skipped},
    Name{"fldData", Element::skipped},
    Name{"delInstrText", Element::skipped},
    Name{"delText", Element::skipped},
    Name{"binData", Element::skipped},
    Name{"docOleData", Element::skipped},
    Name{"hdr", Element::skipped},
    Name{"ftr", Element::skipped},
    Name{"bookmarkStart", Element::skipped},
    Name{"bookmarkEnd", Element::skipped},
    Name{"proofErr", Element::skipped},
    Name{"lastRenderedPageBreak", Element::skipped},
};

/// The last eight characters of a name, as a number: enough to tell most names, and quick to make.
constexpr std::uint64_t key_step(std::uint64_t key, char c) { return key << 8 | static_cast<unsigned char>(c); }

constexpr std::size_t bucket_bits = 9;

constexpr std::size_t bucket_of(std::uint64_t key) { return (key * 0x9E3779B97F4A7C15ULL) >> (64 - bucket_bits); }

struct Bucket {
  std::uint64_t key = 0; ///< 0: empty
  std::uint8_t name = 0; ///< index
};

/// Open addressing.
constexpr auto table = [] {
  std::array<Bucket, 1U << bucket_bits> filled{};
  static_assert(names.size() < 256);
  for (std::size_t i = 0; i < names.size(); ++i) {
    std::uint64_t key = 0;
    for (char const c : names[i].local)
      key = key_step(key, c);
    auto bucket = bucket_of(key);
    while (filled[bucket].key != 0)
      bucket = (bucket + 1) % filled.size();
    filled[bucket] = {key, static_cast<std::uint8_t>(i)};
  }
  return filled;
}();

/// The names that most elements have.
constexpr Element one_letter(char name) {
  return name == 'p' ? Element::p : name == 'r' ? Element::r : name == 't' ? Element::t : Element::other;
}

} // namespace

Element element_of(pugi::xml_node node) {
  auto const* local = node.name();
  if (local[0] == 'w' && local[1] == ':') // as nearly all names begin
    local += 2;
  if (local[0] != 0 && local[1] == 0)
    if (auto const frequent = one_letter(local[0]); frequent != Element::other)
      return frequent;
  std::uint64_t key = 0;
  auto const* at = local;
  for (; *at != 0; ++at) {
    key = key_step(key, *at);
    if (*at == ':')
      local = at + 1, key = 0;
  }
  auto const size = static_cast<std::size_t>(at - local);
  for (auto bucket = bucket_of(key); table[bucket].key != 0; bucket = (bucket + 1) % table.size()) {
    if (table[bucket].key != key)
      continue;
    auto const& known = names[table[bucket].name];
    if (known.local.size() == size && (size <= sizeof key || known.local == std::string_view(local, size)))
      return known.element;
  }
  return Element::other;
}

pugi::xml_node child(pugi::xml_node node, Element element) {
  for (auto const found : children(node))
    if (element_of(found) == element)
      return found;
  return {};
}

namespace {

/// The namespace that a prefix stands for at this node.
std::string_view name_space(pugi::xml_node node, std::string_view prefix) {
  auto const name = "xmlns:" + std::string(prefix);
  for (; exists(node); node = node.parent())
    if (auto const found = node.attribute(name.c_str()))
      return found.value();
  return {};
}

/// True when programs of today know all that a choice requires: what Microsoft or a standard has defined.
bool is_understood(pugi::xml_node choice) {
  constexpr std::array known = {"http://schemas.microsoft.com/", "http://schemas.openxmlformats.org/",
                                "http://purl.oclc.org/ooxml/", "urn:schemas-microsoft-com:"};
  auto required = attribute(choice, "Requires");
  while (!required.empty()) {
    auto const end = std::min(required.find(' '), required.size());
    auto const space = name_space(choice, required.substr(0, end));
    if (!space.empty() && std::ranges::none_of(known, [&](auto begin) { return space.starts_with(begin); }))
      return false;
    required.remove_prefix(std::min(end + 1, required.size()));
  }
  return true;
}

} // namespace

bool is_first_alternative(pugi::xml_node node) {
  for (auto before = node.previous_sibling(); exists(before); before = before.previous_sibling())
    if (is_understood(before))
      return false;
  return is_understood(node);
}

bool is_on(pugi::xml_node property) {
  auto const value = attribute(property, "val");
  return property && value != "0" && value != "false" && value != "off";
}

std::uint32_t number_of(std::string_view digits, std::uint32_t otherwise) {
  std::uint32_t value = 0;
  auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc() ? value : otherwise;
}

std::uint32_t number_of(pugi::xml_node property, std::uint32_t otherwise) {
  return number_of(attribute(property, "val"), otherwise);
}

void Walk::descend() {
  if (auto const below = node_.first_child(); exists(below))
    node_ = below;
  else
    skip();
}

void Walk::skip() {
  while (std::bit_cast<void const*>(node_) != std::bit_cast<void const*>(root_)) {
    if (auto const next = node_.next_sibling(); exists(next)) {
      node_ = next;
      return;
    }
    node_ = node_.parent();
  }
  node_ = {};
}

} // namespace jixiao::docx
