/** Characters and readings of Chinese: forms, pinyin, surnames. */
@NamedInterface("chinese")
@NullMarked
package org.talenthub.reference.chinese;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
