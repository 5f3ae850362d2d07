/** What is answered where something failed: one Failure, told as page or as problem+json. */
@NullMarked
package org.talenthub.web.errors;

import org.jspecify.annotations.NullMarked;
