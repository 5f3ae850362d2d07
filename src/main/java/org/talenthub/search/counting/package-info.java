/** How many, without a page: totals, heads, groups, and whether there is anybody. */
@NamedInterface("counting")
@NullMarked
package org.talenthub.search.counting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
