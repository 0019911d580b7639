#include "text/decode.hpp"

#include "diagnostics/sink.hpp"
#include "text/utf8.hpp"
#include "text/utf8_check.hpp"

#include <algorithm>
#include <array>

namespace jixiao {
namespace {

using namespace std::string_view_literals;

enum class Form : std::uint8_t { utf8, wide };

struct ByteOrderMark {
  std::string_view mark;
  Form form;
  bool big_endian;
};

// UTF-32LE before UTF-16LE, whose mark it begins with.
constexpr std::array marks = {
    ByteOrderMark{"\xEF\xBB\xBF"sv, Form::utf8, false}, ByteOrderMark{"\xFF\xFE\0\0"sv, Form::wide, false},
    ByteOrderMark{"\0\0\xFE\xFF"sv, Form::wide, true},  ByteOrderMark{"\xFF\xFE"sv, Form::wide, false},
    ByteOrderMark{"\xFE\xFF"sv, Form::wide, true},
};

class Decoder {
public:
  Decoder(std::string_view bytes, DiagnosticSink& sink) : sink_(sink) {
    source_.bytes = bytes;
    source_.text = bytes.substr(0, 0);
  }

  SourceText run() {
    auto const mark = std::ranges::find_if(marks, [&](auto const& m) { return source_.bytes.starts_with(m.mark); });
    if (mark == marks.end())
      unmarked();
    else if (mark->form == Form::utf8)
      utf8(mark->mark.size(), true);
    else
      wide(mark->mark.size(), mark->mark.size(), mark->big_endian);
    return std::move(source_);
  }

private:
  void unmarked() { utf8(0, false); }

  /// UTF-8 behind `skip` bytes. Without a mark that says so, other encodings are tried where it is none.
  void utf8(std::size_t skip, bool marked) {
    auto const body = source_.bytes.substr(skip);
    auto const check = check_utf8(body);
    bool const valid = check.valid == body.size();
    if (!marked && (!valid || check.has_nul) && unmarked_wide())
      return;
    if (auto undone = valid ? undone_encoding(body) : std::nullopt)
      return accept_undone(*std::move(undone), skip);
    if (auto undone = valid ? undone_escapes(body) : std::nullopt)
      return accept_escaped(*std::move(undone), skip);
    if (valid)
      return accept_utf8(body, check.controls);
    auto const survey = survey_utf8(body);
    if (survey.cut_off && (survey.good > 0 || marked))
      return accept_cut_off(body, check, skip);
    if (marked || (survey.good > 0 && survey.bad * 20 <= survey.good))
      return accept_damaged(skip, survey, check.valid + skip);
    auto const charset = declared_charset(body);
    if (charset == DeclaredCharset::big5 && declared(charset))
      return;
    // More UTF-8 than not: no GB18030, though it may pass for such.
    bool const is_utf8 = survey.good > survey.bad;
    if (is_utf8 || !gb18030(check.valid)) {
      if (charset == DeclaredCharset::windows_1252 && declared(charset)) // nearly all bytes pass for it
        return;
      if (survey.cut_off)
        return accept_cut_off(body, check, skip);
      if (!is_utf8 && unmarked_big5())
        return;
      emit_unknown(unknown_at_.value_or(check.valid + skip));
    }
  }

  bool unmarked_wide() {
    auto const units = guess_wide(source_.bytes);
    if (units) {
      wide(0, units->size, units->big_endian);
      emit_guessed();
    }
    return units.has_value();
  }

  bool unmarked_big5() {
    auto const result = decode_big5(source_);
    if (result.bad)
      return false;
    accept_decoded(0);
    emit_guessed();
    if (result.cut_off)
      emit_cut_off(*result.cut_off);
    return true;
  }

  void accept_utf8(std::string_view text, ControlCount controls) {
    source_.text = text;
    source_.encoding = "UTF-8";
    report(controls);
  }

  void accept_undone(std::string text, std::size_t skip) {
    source_.decoded = std::move(text);
    source_.decoded.reserve(source_.decoded.size() + 64);
    source_.encoding = "UTF-8";
    source_.encoded_twice = true;
    sink_.emit(Code::encoded_twice, {{"encoding", "UTF-8"}, {"taken_for", "windows-1252"}}, range(0, 0));
    accept_decoded(skip);
  }

  void accept_escaped(std::string text, std::size_t skip) {
    source_.decoded = std::move(text);
    source_.decoded.reserve(source_.decoded.size() + 64);
    source_.encoding = "UTF-8";
    source_.escaped = true;
    auto const head = [](std::string_view of) {
      constexpr std::size_t longest = 60;
      auto end = std::min(of.find('\n'), longest);
      while (end > 0 && end < of.size() && (static_cast<unsigned char>(of[end]) & 0xC0) == 0x80)
        --end;
      return of.substr(0, end);
    };
    sink_.emit(Code::program_notation, {{"text", head(source_.bytes.substr(skip))}, {"shown", head(source_.decoded)}},
               range(0, 0));
    accept_decoded(skip);
  }

  void accept_cut_off(std::string_view body, Utf8Check const& check, std::size_t skip) {
    accept_utf8(body.substr(0, check.valid), check.controls);
    emit_cut_off(check.valid + skip);
  }

  void accept_damaged(std::size_t skip, Utf8Survey const& survey, std::size_t first) {
    auto const body = source_.bytes.substr(skip);
    std::string out;
    out.reserve(body.size() + 2 * survey.bad + 64);
    for (std::size_t at = 0; at < body.size();) {
      auto const length = utf8_sequence(body, at);
      out.append(length == 0 ? "\xEF\xBF\xBD"sv : body.substr(at, length));
      at += std::max<std::size_t>(length, 1);
    }
    source_.decoded = std::move(out);
    source_.encoding = "UTF-8";
    accept_decoded(skip);
    auto const bad = survey.bad;
    sink_.emit(Code::damaged_utf8, {{"count", bad}, {"byte", first}}, range(first, first + 1));
  }

  void wide(std::size_t begin, std::size_t unit, bool big_endian) {
    auto const result = decode_wide(source_, begin, unit, big_endian);
    if (result.bad)
      return emit_unknown(*result.bad);
    accept_decoded(begin);
    if (result.cut_off)
      emit_cut_off(*result.cut_off);
  }

  bool gb18030(std::size_t first_bad) {
    auto const result = decode_gb18030(source_);
    if (result.bad) {
      unknown_at_ = std::max(*result.bad, first_bad);
      return false;
    }
    accept_decoded(0);
    if (result.cut_off)
      emit_cut_off(*result.cut_off);
    return true;
  }

  bool declared(DeclaredCharset charset) {
    auto const result = decode_declared(source_, charset);
    if (result.bad)
      return false;
    accept_decoded(0);
    if (result.cut_off)
      emit_cut_off(*result.cut_off);
    return true;
  }

  /// `decoded` has room to spare, so that the string is no short one, whose characters would move with it.
  void accept_decoded(std::size_t first_source) {
    source_.text = source_.decoded;
    set_marks(source_, first_source);
    report(check_utf8(source_.text).controls);
  }

  void report(ControlCount controls) {
    if (controls.count == 0)
      return;
    auto const before = source_.text.substr(0, controls.first);
    auto const end = controls.first + utf8_length(source_.text[controls.first]);
    auto at = range(source_.source_offset(controls.first), source_.source_offset(end));
    at.line = line_of(before);
    if (auto const column = source_.column(controls.first); column != 0)
      at.column = column;
    sink_.emit(Code::control_characters, {{"count", controls.count}}, std::move(at));
  }

  static std::uint32_t line_of(std::string_view before) {
    auto lines = std::ranges::count(before, '\n');
    for (auto at = before.find('\r'); at != std::string_view::npos; at = before.find('\r', at + 1))
      lines += before.substr(at + 1).starts_with('\n') ? 0 : 1;
    return static_cast<std::uint32_t>(lines + 1);
  }

  static Location range(std::uint64_t begin, std::uint64_t end) {
    Location location;
    location.begin = begin;
    location.end = end;
    return location;
  }

  void emit_guessed() {
    if (!source_.encoding.empty())
      sink_.emit(Code::encoding_guessed, {{"encoding", source_.encoding}}, range(0, 0));
  }

  void emit_cut_off(std::size_t at) {
    sink_.emit(Code::truncated_utf8, {{"byte", at}}, range(at, source_.bytes.size()));
  }

  void emit_unknown(std::size_t at) {
    sink_.emit(Code::unknown_encoding, {{"byte", at}}, range(at, std::min(at + 1, source_.bytes.size())));
  }

  DiagnosticSink& sink_;
  SourceText source_;
  std::optional<std::size_t> unknown_at_;
};

} // namespace

SourceText decode(std::string_view bytes, DiagnosticSink& sink) { return Decoder(bytes, sink).run(); }

} // namespace jixiao
