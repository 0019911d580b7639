#pragma once

#include <jixiao/export.hpp>

/// What the core's own headers declare for the stages of jixiao_archive, which is a shared library of its own: linked
/// against within a version only.
#define JIXIAO_BETWEEN_LIBRARIES JIXIAO_PUBLIC
