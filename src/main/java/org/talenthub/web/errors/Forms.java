package org.talenthub.web.errors;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.http.fileupload.MultipartStream;
import org.apache.tomcat.util.http.fileupload.impl.FileCountLimitExceededException;
import org.apache.tomcat.util.http.fileupload.impl.FileSizeLimitExceededException;
import org.apache.tomcat.util.http.fileupload.impl.SizeLimitExceededException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.talenthub.common.BodyTooLarge;

/** Why a form or a body could not be read, by the true reason: the server throws much the same for a large file and for a long name. */
final class Forms {

    private static final int DEEPEST = 10;

    /** The bound of what stands above a part, the names of the field and of the file, is below this; that of requests above. */
    private static final long LONGEST_HEADER = 64 * 1024;

    private Forms() {}

    /** Null for what has nothing to do with reading a form or a body. */
    static @Nullable Failure failure(Throwable e) {
        Failure told = null;
        Throwable t = e;
        for (int i = 0; t != null && i < DEEPEST; i++, t = t.getCause()) {
            Failure closer = known(t);
            told = closer == null ? told : closer;
        }
        return told;
    }

    private static @Nullable Failure known(Throwable t) {
        return switch (t) {
            case BodyTooLarge b -> Failure.of(413, "body.toolarge");
            case FileCountLimitExceededException many -> Failure.of(413, "files.many");
            case FileSizeLimitExceededException large -> Failure.of(413, "file.toolarge");
            case SizeLimitExceededException large ->
                large.getPermittedSize() > LONGEST_HEADER
                        ? Failure.of(413, "request.toolarge")
                        : Failure.of(400, "file.name.long");
            case MaxUploadSizeExceededException large -> Failure.of(413, "file.toolarge");
            case MultipartException m -> Failure.of(400, "request.multipart");
            case MultipartStream.MalformedStreamException m -> Failure.of(400, "request.multipart");
            case InvalidParameterException p ->
                p.getErrorCode() == 413 ? Failure.of(413, "body.toolarge") : Failure.of(400, "address.unreadable");
            default -> null;
        };
    }
}
