#include "readers/pdf/content.hpp"

#include "readers/page/drawn_boxes.hpp"
#include "readers/page/set_aside.hpp"
#include "readers/page/upright.hpp"
#include "readers/pdf/annotations.hpp"
#include "readers/pdf/attachments.hpp"
#include "readers/pdf/interpreter.hpp"

#include <algorithm>
#include <cmath>

namespace jixiao::pdf {
namespace {

constexpr Rectangle a4{0, 0, 595.28, 841.89};

/// From the user space of the page to points from its upper left corner, as it is shown.
GraphicsState start_of(PageObject const& page, PageModel& model) {
  auto box = rectangle(page.crop_box).value_or(a4);
  if (box.x1 - box.x0 < 1 || box.y1 - box.y0 < 1)
    box = a4;
  auto const unit = std::clamp(number(value(page.page, "/UserUnit"), 1), 0.01, 100.0);
  auto const width = (box.x1 - box.x0) * unit, height = (box.y1 - box.y0) * unit;
  GraphicsState state;
  auto const quarter = ((page.rotation / 90) % 4 + 4) % 4;
  Matrix const upright{unit, 0, 0, -unit, -box.x0 * unit, box.y1 * unit};
  Matrix const turns[] = {{}, {0, 1, -1, 0, height, 0}, {-1, 0, 0, -1, width, height}, {0, -1, 1, 0, 0, width}};
  state.ctm = upright * turns[quarter];
  model.width = static_cast<float>(quarter % 2 == 0 ? width : height);
  model.height = static_cast<float>(quarter % 2 == 0 ? height : width);
  state.clip = {0, 0, model.width, model.height};
  return state;
}

/// True when the page names contents, though they cannot be found. A blank page has none.
bool promises_contents(Object const& page) {
  return Object(page).unparseResolved().find("/Contents") != std::string::npos;
}

/// All streams of the page, one after the other, as if they were one.
std::string contents_of(Object const& page, PageContent& content, Document& document) {
  auto contents = value(page, "/Contents");
  std::string all;
  auto const add = [&](Object const& stream) {
    auto const data = read_stream(stream);
    if (!data.problem.empty())
      content.problems.push_back(data.problem);
    if (all.size() + data.bytes.size() <= largest_stream && data.bytes.size() <= document.bytes_left)
      all.append(data.bytes).push_back('\n'), document.bytes_left -= data.bytes.size();
    else
      content.problems.emplace_back("draws more than can be followed");
  };
  if (contents.isArray())
    for (int i = 0; i < contents.getArrayNItems(); ++i)
      add(contents.getArrayItem(i));
  else if (!contents.isNull() || promises_contents(page))
    add(contents);
  return all;
}

void hide(Object layers, Document& document) {
  for (int i = 0; layers.isArray() && i < layers.getArrayNItems(); ++i)
    if (auto layer = layers.getArrayItem(i); layer.isIndirect())
      document.hidden.insert(layer.getObjGen());
}

/// A note that is shown when it is opened.
void add_comment(Object const& annotation, Matrix const& matrix, PageModel& page, Document& document) {
  constexpr std::size_t most = 100;
  auto comment = page.findings.size() < most ? comment_of(annotation) : std::string();
  if (comment.empty() || comment.size() > document.bytes_left)
    return;
  document.bytes_left -= comment.size();
  auto const place = rectangle(value(annotation, "/Rect")).value_or(Rectangle{});
  auto const area = box_of(matrix, place.x0, place.y0, place.x1, place.y1);
  page.findings.push_back({{Code::note_beside, {{"what", "a comment"}, {"text", std::move(comment)}}},
                           {(area.x0 + area.x1) / 2, (area.y0 + area.y1) / 2}});
}

} // namespace

Document read_document(PdfFile const& file) {
  Document document;
  guarded([&] {
    auto anew = value(value(file.qpdf->getRoot(), "/AcroForm"), "/NeedAppearances");
    document.makes_appearances = anew.isBool() && anew.getBoolValue();
  });
  guarded([&] {
    auto const settings = value(value(file.qpdf->getRoot(), "/OCProperties"), "/D");
    auto off = value(settings, "/OFF");
    if (auto base = value(settings, "/BaseState"); base.isName() && base.getName() == "/OFF")
      hide(value(value(file.qpdf->getRoot(), "/OCProperties"), "/OCGs"), document);
    auto on = value(settings, "/ON");
    for (int i = 0; on.isArray() && i < on.getArrayNItems(); ++i)
      document.hidden.erase(on.getArrayItem(i).getObjGen());
    hide(off, document);
  });
  return document;
}

PageContent read_page(PageObject const& page, std::uint32_t number, PageLimits const& limits, Document& document) {
  PageContent content;
  content.model.number = number;
  bool const whole = guarded([&] {
    auto const start = start_of(page, content.model);
    Interpreter interpreter(document, limits, content, start);
    interpreter.run(contents_of(page.page, content, document), page.resources);
    auto annotations = value(page.page, "/Annots");
    if (!annotations.isArray())
      return;
    Interpreter over(document, limits, content, start);
    over.go_on_from(interpreter.shown());
    for (int i = 0; i < annotations.getArrayNItems(); ++i)
      guarded([&] {
        auto const annotation = annotations.getArrayItem(i);
        draw_annotation(annotation, page.resources, document, limits, content.model, over);
        add_comment(annotation, start.ctm, content.model, document);
      });
  });
  if (!whole)
    content.problems.emplace_back("is damaged");
  if (document.operators_left == 0)
    content.problems.push_back("draws more than can be followed");
  take_out_covered(content.model);
  settle_pictures(content.model, limits);
  undouble(content.model.glyphs);
  put_drawn_boxes(content.model);
  turn_upright(content.model);
  set_aside(content.model);
  return content;
}

PageContent run_content(std::string_view stream, Object const& resources, Box const& page, PageLimits const& limits,
                        Document& document) {
  PageContent content;
  content.model = {.number = 1, .width = page.width(), .height = page.height()};
  GraphicsState start;
  start.ctm = {1, 0, 0, -1, 0, double{page.height()}};
  start.clip = page;
  Interpreter(document, limits, content, start).run(stream, resources);
  return content;
}

} // namespace jixiao::pdf
