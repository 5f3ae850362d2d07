/** Value types and errors that every module speaks. */
@NullMarked
package org.talenthub.common;

import org.jspecify.annotations.NullMarked;
