/** What a record says: the merge of its live reports, and what people chose. */
@NamedInterface("merge")
@NullMarked
package org.talenthub.records.merge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
