/** Lists of records that people keep. */
@NamedInterface("lists")
@NullMarked
package org.talenthub.results.lists;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
