/** The key list's API and pages. */
@NullMarked
package org.talenthub.editions.web;

import org.jspecify.annotations.NullMarked;
