#include "readers/rtf/words.hpp"

#include <unordered_map>

namespace jixiao::rtf {
namespace {

using Words = std::unordered_map<std::string_view, Word>;

Words const& words() {
  static Words const table = {
      {"bin", Word::binary},
      {"ansicpg", Word::code_page},
      {"f", Word::font},
      {"fcharset", Word::font_charset},
      {"cpg", Word::font_code_page},
      {"uc", Word::unicode_fallback},
      {"u", Word::unicode},
      {"fonttbl", Word::font_table},
      {"fldinst", Word::instruction},
      {"formfield", Word::form_field},
      {"ffl", Word::form_entry},
      {"nesttableprops", Word::nested_row_properties},
      {"listtext", Word::list_text},
      {"pntext", Word::list_text},
      {"shpinst", Word::shape_properties},
      {"shptxt", Word::shape_text},
      {"footnote", Word::footnote},
      {"ftnalt", Word::endnote},
      {"annotation", Word::comment},
      {"upr", Word::alternatives},
      {"ud", Word::unicode_text},
      {"moMath", Word::equation},
      {"moMathPara", Word::equation},
      {"mden", Word::denominator},
      {"msup", Word::exponent},
      {"msub", Word::subscript},
      {"field", Word::field},
      {"colortbl", Word::color_table},
      {"red", Word::red},
      {"green", Word::green},
      {"blue", Word::blue},
      {"cf", Word::color},
      {"cb", Word::background},
      {"highlight", Word::background},
      {"chcbpat", Word::background},
      {"chshdng", Word::background},
      {"clcbpat", Word::cell_shaded},
      {"clshdng", Word::cell_shaded},
      {"caps", Word::capitals},
      {"scaps", Word::capitals},
      {"shppict", Word::picture_group},
      {"fftype", Word::form_type},
      {"ffres", Word::form_result},
      {"ffdefres", Word::form_default},
      {"plain", Word::plain},
      {"v", Word::hidden},
      {"fs", Word::letter_size},
      {"charscalex", Word::letter_width},
      {"strike", Word::struck},
      {"striked", Word::struck},
      {"ul", Word::underlined},
      {"uld", Word::underlined},
      {"uldb", Word::underlined},
      {"ulw", Word::underlined},
      {"ulth", Word::underlined},
      {"ulnone", Word::level_line},
      {"deleted", Word::deleted},
      {"revised", Word::inserted},
      {"super", Word::raised},
      {"sub", Word::lowered},
      {"nosupersub", Word::level_script},
      {"pard", Word::paragraph_defaults},
      {"sl", Word::line_height},
      {"intbl", Word::in_table},
      {"itap", Word::table_level},
      {"par", Word::paragraph},
      {"sect", Word::paragraph},
      {"trowd", Word::row_defaults},
      {"trleft", Word::row_left},
      {"clvmgf", Word::first_merged_down},
      {"clvmrg", Word::merged_down},
      {"clmgf", Word::first_merged_right},
      {"clmrg", Word::merged_right},
      {"cellx", Word::cell_right},
      {"cell", Word::cell},
      {"row", Word::row},
      {"nestcell", Word::nested_cell},
      {"nestrow", Word::nested_row},
      // What stands in these is not printed where it stands.
      {"filetbl", Word::skipped},
      {"footer", Word::page_text},
      {"footerf", Word::page_text},
      {"footerl", Word::page_text},
      {"footerr", Word::page_text},
      {"ftnsep", Word::skipped},
      {"ftnsepc", Word::skipped},
      {"header", Word::page_text},
      {"headerf", Word::page_text},
      {"headerl", Word::page_text},
      {"headerr", Word::page_text},
      {"info", Word::skipped},
      {"maccPr", Word::skipped},
      {"mbarPr", Word::skipped},
      {"mborderBoxPr", Word::skipped},
      {"mboxPr", Word::skipped},
      {"mctrlPr", Word::skipped},
      {"mdPr", Word::skipped},
      {"meqArrPr", Word::skipped},
      {"mfPr", Word::skipped},
      {"mfuncPr", Word::skipped},
      {"mgroupChrPr", Word::skipped},
      {"mlimLowPr", Word::skipped},
      {"mlimUppPr", Word::skipped},
      {"mmPr", Word::skipped},
      {"mmathPict", Word::skipped},
      {"mmathPr", Word::skipped},
      {"mnaryPr", Word::skipped},
      {"mphantPr", Word::skipped},
      {"mradPr", Word::skipped},
      {"msPrePr", Word::skipped},
      {"msSubPr", Word::skipped},
      {"msSubSupPr", Word::skipped},
      {"msSupPr", Word::skipped},
      {"moMathParaPr", Word::skipped},
      {"mrPr", Word::skipped},
      {"nonesttables", Word::skipped},
      {"nonshppict", Word::skipped},
      {"objdata", Word::skipped},
      {"pict", Word::picture},
      {"private", Word::skipped},
      {"rxe", Word::skipped},
      {"shprslt", Word::skipped},
      {"stylesheet", Word::skipped},
      {"tc", Word::skipped},
      {"txe", Word::skipped},
      {"xe", Word::skipped},
  };
  return table;
}

std::unordered_map<std::string_view, std::string_view> const& characters() {
  static std::unordered_map<std::string_view, std::string_view> const table = {
      {"tab", "\t"},      {"line", "\n"},     {"page", "\n"},        {"column", "\n"},      {"softline", "\n"},
      {"emdash", "—"},    {"endash", "–"},    {"bullet", "•"},       {"lquote", "‘"},       {"rquote", "’"},
      {"ldblquote", "“"}, {"rdblquote", "”"}, {"emspace", "\u2003"}, {"enspace", "\u2002"}, {"qmspace", "\u2005"},
  };
  return table;
}

} // namespace

Word word_of(std::string_view name) {
  if (auto const found = words().find(name); found != words().end())
    return found->second;
  return characters().contains(name) ? Word::character : Word::other;
}

std::string_view printed(std::string_view name) {
  auto const found = characters().find(name);
  return found == characters().end() ? std::string_view() : found->second;
}

} // namespace jixiao::rtf
