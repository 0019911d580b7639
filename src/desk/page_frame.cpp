#include "desk/page.hpp"

#include "desk/page_words.hpp"
#include "diagnostics/embedded.hpp"
#include "text/escape.hpp"
#include "writers/across.hpp"
#include "writers/names.hpp"

namespace jixiao {

std::span<EmbeddedFile const> embedded_page(); // page.css, page.js

namespace {

std::string_view file(std::string_view name) {
  for (auto const& one : embedded_page())
    if (one.name == name)
      return one.text;
  return {};
}

} // namespace

std::string page_begin(Language language) {
  PageWords const say{language == Language::zh};
  std::string out = "<!DOCTYPE html>\n<html lang=\"";
  out += say("zh-CN", "en");
  out += "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
         "<meta name=\"color-scheme\" content=\"light dark\"><title>";
  out += say("绩效表审核", "Review of performance forms");
  out.append("</title><style>\n")
      .append(file("page.css"))
      .append("</style></head>\n<body><a class=\"skip\" href=\"#main\">");
  out.append(say("跳到正文", "To the findings")).append("</a><header class=\"top\"><h1>");
  out.append(say("绩效表审核", "Review of performance forms"))
      .append("</h1></header>\n<div class=\"filters\" role=\"search\"><label>");
  out.append(say("查找", "search")).append(" <input type=\"search\" id=\"search\"></label><label>");
  out.append(say("表", "form")).append(" <select id=\"of-form\"><option value=\"\">");
  out.append(say("全部", "all")).append("</option></select></label>");
  for (auto const severity : {Severity::error, Severity::warning, Severity::note})
    out.append("<label><input type=\"checkbox\" checked value=\"")
        .append(to_string(severity))
        .append("\">")
        .append(word_of(severity, language))
        .append("</label>");
  out.append("<span>")
      .append(say("显示 ", "shown "))
      .append("<span id=\"count\" aria-live=\"polite\"></span></span></div>\n");
  return out + "<main id=\"main\">\n";
}

std::string page_across(AcrossReview const& review, Language language) {
  PageWords const say{language == Language::zh};
  std::string out = "<h2 id=\"across\">";
  out.append(say("跨文档对比", "Across documents")).append("</h2>\n");
  if (review.findings.empty())
    out.append("<p>").append(say("没有跨文档的意见。", "No finding across documents.")).append("</p>\n");
  std::size_t number = 0;
  for (auto const& one : review.findings) {
    auto const& finding = one.finding;
    auto const level = std::string(to_string(finding.severity));
    out += "<article id=\"across" + std::to_string(number++) + "\" class=\"" + level + "\" data-level=\"" + level +
           "\" data-forms=\"\"><h4><span class=\"level\">" + std::string(word_of(finding.severity, language)) + " " +
           std::string(info(finding.code).id) + "</span> " +
           escape_markup(one.here.form + std::string(say("：", ": ")) + message(finding, language)) + "</h4>\n<ul>";
    for (auto const* place : {&one.here, &one.there})
      if (!place->document.empty())
        out += "<li>" + escape_markup(across_place(*place, language)) +
               (place->printed.empty() ? "" : "<br><b>" + escape_markup(place->printed) + "</b>") + "</li>";
    out += "</ul>\n";
    if (auto const remedy = remedy_of(finding.code, language); !remedy.empty())
      out.append("<p>").append(say("建议：", "Remedy: ")).append(escape_markup(remedy)).append("</p>\n");
    if (auto const basis = basis_of(finding.code, language); !basis.empty())
      out.append("<p class=\"basis\">").append(say("依据：", "Source: ")).append(escape_markup(basis)).append("</p>\n");
    out += "</article>\n";
  }
  return out;
}

std::string page_end() { return "</main>\n<script>\n" + std::string(file("page.js")) + "</script>\n</body></html>\n"; }

} // namespace jixiao
