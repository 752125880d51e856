package org.upstander.alert.notify.webpush;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Optional;

/** Keys on the curve P-256 as Web Push writes them: points uncompressed, scalars as 32 bytes. */
final class P256 {

    static final int POINT = 65;
    private static final int COORDINATE = 32;
    private static final byte UNCOMPRESSED = 4;
    private static final ECParameterSpec CURVE = curve();

    private P256() {}

    /** A fresh pair. */
    static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] encoded(ECPublicKey key) {
        byte[] point = new byte[POINT];
        point[0] = UNCOMPRESSED;
        write(key.getW().getAffineX(), point, 1);
        write(key.getW().getAffineY(), point, 1 + COORDINATE);
        return point;
    }

    /** Empty for what is no point on the curve: a key agreement with one would tell our secret. */
    static Optional<ECPublicKey> publicKey(byte[] point) {
        if (point.length != POINT || point[0] != UNCOMPRESSED) {
            return Optional.empty();
        }
        BigInteger x = new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + COORDINATE));
        BigInteger y = new BigInteger(1, Arrays.copyOfRange(point, 1 + COORDINATE, POINT));
        if (!onCurve(x, y)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    (ECPublicKey)
                            KeyFactory.getInstance("EC")
                                    .generatePublic(new ECPublicKeySpec(new ECPoint(x, y), CURVE)));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /** Empty for what is no private key of this curve. */
    static Optional<PrivateKey> privateKey(byte[] scalar) {
        BigInteger s = new BigInteger(1, scalar);
        if (scalar.length != COORDINATE || s.signum() == 0 || s.compareTo(CURVE.getOrder()) >= 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(s, CURVE)));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static boolean onCurve(BigInteger x, BigInteger y) {
        BigInteger p = ((ECFieldFp) CURVE.getCurve().getField()).getP();
        BigInteger right =
                x.pow(3).add(CURVE.getCurve().getA().multiply(x)).add(CURVE.getCurve().getB());
        return x.compareTo(p) < 0 && y.compareTo(p) < 0 && y.pow(2).mod(p).equals(right.mod(p));
    }

    private static void write(BigInteger coordinate, byte[] into, int at) {
        byte[] bytes = coordinate.toByteArray();
        int length = Math.min(bytes.length, COORDINATE);
        System.arraycopy(bytes, bytes.length - length, into, at + COORDINATE - length, length);
    }

    private static ECParameterSpec curve() {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
    }
}
