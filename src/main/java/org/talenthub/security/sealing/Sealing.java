package org.talenthub.security.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts sensitive values (document number, phone, e-mail, uploaded files) for rest and gives the keyed hashes that stand for
 * them in comparisons. All keys are derived from one master text by HKDF (RFC 5869), one per use.
 *
 * <p>A sealed value is: format (1 byte, {@code 1}), key id (4 bytes, from the master), nonce (12 bytes, random), AES-256-GCM
 * ciphertext and tag (16 bytes): 33 bytes more than the plain value. Sealing the same value twice gives different bytes.
 * Safe for use by many threads.
 */
public final class Sealing {

    /** A shorter master text is refused. */
    static final int MIN_CHARACTERS = 32;

    private static final byte FORMAT = 1;
    private static final int KEY_ID = 4;
    private static final int NONCE = 12;
    private static final int HEAD = 1 + KEY_ID + NONCE;
    private static final int TAG_BITS = 128;

    private final SecretKey master;
    private final SecretKey aes;
    private final byte[] keyId;
    private final SecureRandom random = new SecureRandom();
    // Getting a Cipher or a keyed Mac costs more than using it, and imports seal by the hundred thousand.
    private final ThreadLocal<Cipher> ciphers = ThreadLocal.withInitial(Sealing::newCipher);
    private final ThreadLocal<Map<String, Mac>> macs = ThreadLocal.withInitial(HashMap::new);

    private Sealing(String masterText) {
        this.master = new SecretKeySpec(masterText.getBytes(UTF_8), "Generic");
        this.aes = derive("AES", "seal");
        this.keyId = HexFormat.of().parseHex(fingerprint().substring(0, 2 * KEY_ID));
    }

    /**
     * @param masterText any text of at least 32 characters, at least 10 of them different, for example 32 random bytes in base 64
     * @throws IllegalArgumentException when it is too short or too plain to protect anything
     */
    public static Sealing of(String masterText) {
        String text = masterText.strip();
        if (text.length() < MIN_CHARACTERS || text.chars().distinct().count() < 10) {
            throw new IllegalArgumentException(
                    "the secret key needs at least " + MIN_CHARACTERS + " characters, at least 10 of them different");
        }
        return new Sealing(text);
    }

    /** Seals one value. */
    public byte[] seal(String value) {
        return seal(value.getBytes(UTF_8), "");
    }

    /**
     * @throws IllegalStateException when the bytes were altered, cut, or sealed under another key
     */
    public String open(byte[] sealed) {
        return new String(open(sealed, ""), UTF_8);
    }

    /**
     * Seals one piece of a file or any other bytes.
     *
     * @param place where the bytes belong ({@code import-file:17:3}); it is not stored, and opening needs the same one, so that
     *     pieces cannot be swapped
     */
    public byte[] seal(byte[] plain, String place) {
        try {
            byte[] out = new byte[HEAD + plain.length + TAG_BITS / 8];
            byte[] nonce = new byte[NONCE];
            random.nextBytes(nonce);
            out[0] = FORMAT;
            System.arraycopy(keyId, 0, out, 1, KEY_ID);
            System.arraycopy(nonce, 0, out, 1 + KEY_ID, NONCE);
            Cipher cipher = ciphers.get();
            cipher.init(Cipher.ENCRYPT_MODE, aes, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(UTF_8));
            cipher.doFinal(plain, 0, plain.length, out, HEAD);
            return out;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }

    /**
     * @throws IllegalStateException when the bytes were altered, cut, moved to another place, or sealed under another key
     */
    public byte[] open(byte[] sealed, String place) {
        if (sealed.length < HEAD + TAG_BITS / 8 || sealed[0] != FORMAT) {
            throw new IllegalStateException("not a sealed value");
        }
        for (int i = 0; i < KEY_ID; i++) {
            if (sealed[1 + i] != keyId[i]) {
                throw new IllegalStateException("sealed under another secret key than the one in use");
            }
        }
        try {
            Cipher cipher = ciphers.get();
            cipher.init(Cipher.DECRYPT_MODE, aes, new GCMParameterSpec(TAG_BITS, sealed, 1 + KEY_ID, NONCE));
            cipher.updateAAD(place.getBytes(UTF_8));
            return cipher.doFinal(sealed, HEAD, sealed.length - HEAD);
        } catch (GeneralSecurityException e) {
            // The cause says nothing that helps, and must not carry the value into a log.
            throw new IllegalStateException("the sealed value was altered", e);
        }
    }

    /**
     * HMAC-SHA-256 of the value under a key of its purpose: equal values of one purpose have equal hashes, and nobody without
     * the master can tell which value a hash stands for. Normalise the value first.
     *
     * @param purpose a constant of the caller ({@code talent.document}), never data
     * @return 64 characters, lower-case hexadecimal
     */
    public String hash(String purpose, String value) {
        return HexFormat.of().formatHex(mac(purpose).doFinal(value.getBytes(UTF_8)));
    }

    /** Tells this master key from others without giving it away: 64 characters, lower-case hexadecimal. */
    public String fingerprint() {
        return hash("fingerprint", "");
    }

    private Mac mac(String purpose) {
        return macs.get().computeIfAbsent(purpose, p -> {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(derive("HmacSHA256", "hash:" + p));
                return mac;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("no HMAC-SHA-256 in this Java", e);
            }
        });
    }

    private SecretKey derive(String algorithm, String use) {
        try {
            HKDFParameterSpec spec = HKDFParameterSpec.ofExtract()
                    .addIKM(master)
                    .addSalt("talent-hub".getBytes(UTF_8))
                    .thenExpand(use.getBytes(UTF_8), 32);
            return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, spec);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no HKDF in this Java", e);
        }
    }

    private static Cipher newCipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no AES-GCM in this Java", e);
        }
    }
}
