#!/usr/bin/env python3
"""The textbook's training in NumPy: textbook_mnist.py [steps]. Prints one line of JSON.

A network 784-50-10 with a ReLU, weights of deviation 0.01, batches of 100 drawn from MNIST at random, learning rate
0.1, gradients by backpropagation written out by hand. The time is that of the training loop alone.
"""

import gzip
import json
import sys
import time
from pathlib import Path

import numpy as np

BATCH, HIDDEN, CLASSES, RATE = 100, 50, 10, np.float32(0.1)
DATA = Path(__file__).resolve().parents[2] / "data" / "mnist"


def read(name: str, header: int) -> np.ndarray:
    """The bytes of an IDX file behind its header."""
    return np.frombuffer(gzip.decompress((DATA / name).read_bytes()), np.uint8, offset=header)


def load(part: str) -> tuple[np.ndarray, np.ndarray]:
    """Images [n, 784] from 0 to 1, and labels [n]."""
    images = read(f"{part}-images-idx3-ubyte.gz", 16).reshape(-1, 784)
    return images.astype(np.float32) / 255, read(f"{part}-labels-idx1-ubyte.gz", 8)


class Network:
    def __init__(self, random: np.random.Generator) -> None:
        self.w1, self.b1 = self.layer(random, 784, HIDDEN)
        self.w2, self.b2 = self.layer(random, HIDDEN, CLASSES)

    @staticmethod
    def layer(random: np.random.Generator, inputs: int, outputs: int) -> tuple[np.ndarray, np.ndarray]:
        weights = random.standard_normal((inputs, outputs), np.float32) * np.float32(0.01)
        return weights, np.zeros(outputs, np.float32)

    def logits(self, x: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        hidden = np.maximum(x @ self.w1 + self.b1, 0)
        return hidden, hidden @ self.w2 + self.b2

    def step(self, x: np.ndarray, labels: np.ndarray) -> float:
        """One step down the gradient of the mean cross-entropy, which is returned."""
        hidden, z = self.logits(x)
        exponentials = np.exp(z - z.max(axis=1, keepdims=True))
        p = exponentials / exponentials.sum(axis=1, keepdims=True)
        rows = np.arange(len(x))
        loss = -np.log(p[rows, labels]).mean()

        # Softmax and cross-entropy together have the derivative p - one_hot(labels).
        dz = p
        dz[rows, labels] -= 1
        dz /= len(x)
        dhidden = dz @ self.w2.T
        dhidden[hidden <= 0] = 0
        self.w2 -= RATE * (hidden.T @ dz)
        self.b2 -= RATE * dz.sum(axis=0)
        self.w1 -= RATE * (x.T @ dhidden)
        self.b1 -= RATE * dhidden.sum(axis=0)
        return float(loss)

    def accuracy(self, x: np.ndarray, labels: np.ndarray) -> float:
        return float((self.logits(x)[1].argmax(axis=1) == labels).mean())


def main() -> None:
    steps = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    random = np.random.default_rng(1)
    images, labels = load("train")
    net = Network(random)
    start = time.perf_counter()
    for _ in range(steps):
        batch = random.integers(len(images), size=BATCH)
        net.step(images[batch], labels[batch])
    seconds = time.perf_counter() - start
    print(json.dumps({
        "peer": "the textbook's program in NumPy",
        "workload": "textbook-training",
        "steps": steps,
        "seconds": seconds,
        "accuracy": net.accuracy(*load("t10k")),
    }))


if __name__ == "__main__":
    main()
