#pragma once

/// What a namespace's block in a public header declares can be linked against; all else is hidden.
///
///     namespace jixiao JIXIAO_PUBLIC { … }
#if defined(__GNUC__)
#define JIXIAO_PUBLIC __attribute__((visibility("default")))
#else
#define JIXIAO_PUBLIC
#endif
