/** The reading side of the API: lists, single records, their links, search over everything, completions. */
@NullMarked
package org.talenthub.search.web;

import org.jspecify.annotations.NullMarked;
