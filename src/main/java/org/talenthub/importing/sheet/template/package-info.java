/** The template workbook of a feed. */
@NullMarked
package org.talenthub.importing.sheet.template;

import org.jspecify.annotations.NullMarked;
