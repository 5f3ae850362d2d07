package org.talenthub.accounts.factors;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What an authenticator does that recognised its owner: keeps one key (P-256) and signs what it is asked to. */
final class Device {

    private static final byte[] CREDENTIAL_LENGTH = {0, 16};
    private static final byte[] RECOGNISED = {0x05};
    private static final byte[] RECOGNISED_WITH_KEY = {0x45};
    private static final byte[] COUNT = new byte[4];
    private static final byte[] MODEL = new byte[16];

    private final String host;
    private final String origin;
    private final KeyPair keys;
    private final byte[] id;

    Device(int port) throws GeneralSecurityException {
        this.host = "127.0.0.1";
        this.origin = "http://" + host + ":" + port;
        KeyPairGenerator maker = KeyPairGenerator.getInstance("EC");
        maker.initialize(new ECGenParameterSpec("secp256r1"));
        this.keys = maker.generateKeyPair();
        this.id = Arrays.copyOf(sha256(keys.getPublic().getEncoded()), 16);
    }

    /** Makes its key one of an account's passkeys. */
    void belongTo(long account, JdbcClient jdbc) throws GeneralSecurityException {
        jdbc.sql("""
                        insert into passkey (id, account_id, credential_id, public_key, attestation, signatures, verified, backup_eligible,
                            backed_up, transports, label, created_at)
                        values (?, ?, ?, ?, ?, 0, true, false, false, 'internal', 'x', now(6))""").params(account, account, id, key(), attestation()).update();
    }

    /** What the browser sends for a challenge. */
    String answer(String challenge) throws GeneralSecurityException {
        byte[] client = JsonMapper.shared()
                .writeValueAsBytes(Map.of("type", "webauthn.get", "challenge", challenge, "origin", origin));
        byte[] said = joined(sha256(host.getBytes(StandardCharsets.UTF_8)), RECOGNISED, COUNT);
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate());
        signature.update(said);
        signature.update(sha256(client));
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "id",
                        text(id),
                        "rawId",
                        text(id),
                        "type",
                        "public-key",
                        "clientExtensionResults",
                        Map.of(),
                        "response",
                        Map.of(
                                "authenticatorData",
                                text(said),
                                "clientDataJSON",
                                text(client),
                                "signature",
                                text(signature.sign()))));
    }

    /** CBOR: no statement, and the key as it was made. */
    private byte[] attestation() throws GeneralSecurityException {
        byte[] made = joined(
                sha256(host.getBytes(StandardCharsets.UTF_8)),
                RECOGNISED_WITH_KEY,
                COUNT,
                MODEL,
                CREDENTIAL_LENGTH,
                id,
                key());
        return joined(
                HexFormat.of().parseHex("a363666d74646e6f6e656761747453746d74a068617574684461746158"),
                ByteBuffer.allocate(1).put((byte) made.length).array(),
                made);
    }

    /** CBOR (COSE): elliptic, ES256, P-256, x, y. */
    private byte[] key() {
        ECPublicKey open = (ECPublicKey) keys.getPublic();
        return joined(
                HexFormat.of().parseHex("a5010203262001215820"),
                number(open.getW().getAffineX()),
                HexFormat.of().parseHex("225820"),
                number(open.getW().getAffineY()));
    }

    private static byte[] number(BigInteger n) {
        byte[] bytes = n.toByteArray();
        byte[] all = new byte[32];
        int from = Math.max(0, bytes.length - 32);
        System.arraycopy(bytes, from, all, 32 - (bytes.length - from), bytes.length - from);
        return all;
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
