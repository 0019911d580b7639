#pragma once

#include <jixiao/convert.hpp>
#include <jixiao/export.hpp>

#include <cstdint>
#include <string>

/// LibreOffice, for what no reader here takes.
namespace jixiao JIXIAO_PUBLIC {

struct LibreOffice {
  std::string program = "soffice";          ///< a path, or a name that is looked for on PATH
  std::uint32_t seconds = 120;              ///< for one document
  std::uint64_t largest_output = 512 << 20; ///< bytes
  bool always = false;                      ///< OfficeProgram::always
};

/// For Options::office. Each document is converted by a process of its own with a profile of its own, in a folder that
/// is removed behind it; what comes out is taken when it is of the kind that was asked for. Where the program is not
/// installed there is none, unless it is to be used always: then each conversion says so.
OfficeProgram libreoffice(LibreOffice const& office = {});

} // namespace jixiao
